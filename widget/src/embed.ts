import { VipGate } from './vip-gate.ts';

/** Where this very script came from; a module or a script moved by a page's own loader is looked for by its name. */
function scriptAddress(): string {
  const script = document.currentScript ?? document.querySelector('script[src*="/vip-gate.js"]');
  return script instanceof HTMLScriptElement ? script.src : '';
}

// Whoever came first has defined the element; a second copy leaves it alone.
if (!customElements.get('vip-gate')) {
  VipGate.scriptAddress = scriptAddress();
  customElements.define('vip-gate', VipGate);
}
