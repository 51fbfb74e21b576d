// The button at the page's edge: the gate behind it comes when somebody opens it, or comes by a secret link.
for (const panel of document.querySelectorAll('.vip-gate-embed')) {
  const open = () => {
    const template = panel.querySelector('template');
    if (!template) return;
    template.replaceWith(template.content);
    const script = document.createElement('script');
    script.src = panel.dataset.vipGateScript;
    document.head.append(script);
  };
  panel.addEventListener('toggle', open, { once: true });
  if (new URLSearchParams(location.search).has('vip')) panel.open = true;
}
