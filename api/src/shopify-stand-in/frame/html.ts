/** Text as it may stand in HTML. */
export function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

/** A page of the stand-in's. `body` is HTML. */
export function page({ title, body, attributes = '' }: { title: string; body: string; attributes?: string }): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="/stand-in.css"><link rel="icon" href="data:,"></head>
<body ${attributes}>${body}</body>
</html>`;
}

/** A form that does one thing. */
export function form(action: string, inside: string): string {
  return `<form method="post" action="${escaped(action)}">${inside}</form>`;
}
