const ACCENT = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Above this luminance black reads better on a colour, below it white (WCAG's contrast, both sides equal). */
const MIDDLE_LUMINANCE = 0.179;

/** CSS for a merchant's accent, with the text on it in black or white; empty where it is no `#rrggbb`. */
export function accentStyle(accentColor: string | null): string {
  const [, ...channels] = ACCENT.exec(accentColor ?? '') ?? [];
  if (channels.length === 0) return '';
  const text = luminance(channels) > MIDDLE_LUMINANCE ? '#000' : '#fff';
  return `:root { --accent: ${accentColor}; --accent-text: ${text}; }\n`;
}

function luminance(channels: readonly string[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => linear(Number.parseInt(channel, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
