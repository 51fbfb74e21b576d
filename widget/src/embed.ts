import type { Shelves } from './later-screens.ts';
import { VipGate } from './vip-gate.ts';

/** The version of this build; what belongs to it lies under an address of its own. */
declare const VERSION: string;

/** Where this very script came from; one that a page's own loader moved or imported is looked for by its name. */
function scriptAddress(): string {
  const script = document.currentScript ?? document.querySelector('script[src*="/vip-gate.js"]');
  if (script instanceof HTMLScriptElement) return script.src;
  return performance.getEntriesByType('resource').find(({ name }) => name.includes('/vip-gate.js'))?.name ?? '';
}

/** A file of this very version, or else the one that lies beside the script; a failed address is not asked again by browsers. */
async function fetchPart(name: string) {
  const { scriptAddress } = VipGate;
  try {
    return (await import(new URL(`../${VERSION}/${name}.js`, scriptAddress).href)).default;
  } catch {
    // A newer server, or files moved elsewhere by a page's author.
    return (await import(new URL(`${name}.js?${Date.now()}`, scriptAddress).href)).default;
  }
}

// The build begins the script only where nobody has defined the element: a second copy leaves it alone.
VipGate.scriptAddress = scriptAddress();
const shelves: Shelves = { screens: () => fetchPart('later'), language: fetchPart };
VipGate.shelves = shelves;
customElements.define('vip-gate', VipGate);
