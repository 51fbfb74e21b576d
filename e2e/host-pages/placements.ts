import { gateTag, type HostPage, ordinaryPage, type Place, scriptOf, scriptTag } from './host-page.ts';

/** Runs once the page has loaded, and a moment after. */
const later = (script: string) =>
  `<script>addEventListener('load', () => setTimeout(() => { ${script} }, 50))</script>`;

const addScript = (place: Place) =>
  `const tag = document.createElement('script'); tag.src = ${JSON.stringify(scriptOf(place))};
  document.head.append(tag);`;

const addGate = (place: Place) =>
  `const gate = document.createElement('vip-gate'); gate.campaign = ${JSON.stringify(place.campaign)};
  document.querySelector('main').append(gate);`;

/** All the ways in which a script and an element come onto a page. */
export const placements: readonly HostPage[] = [
  { name: 'async in the head', html: (place) => ordinaryPage(place) },
  { name: 'deferred', html: (place) => ordinaryPage(place, { head: scriptTag(place, 'defer') }) },
  { name: 'blocking in the head', html: (place) => ordinaryPage(place, { head: scriptTag(place, '') }) },
  { name: 'as a module', html: (place) => ordinaryPage(place, { head: scriptTag(place, 'type="module"') }) },
  {
    name: 'at the end of the body',
    html: (place) => ordinaryPage(place, { head: '', body: gateTag(place) + scriptTag(place, '') }),
  },
  {
    name: 'between two gates of one campaign',
    html: (place) => ordinaryPage(place, { head: '', body: gateTag(place) + scriptTag(place, '') + gateTag(place) }),
  },
  {
    name: 'by a tag manager, long after the element',
    html: (place) => ordinaryPage(place, { head: later(addScript(place)) }),
  },
  {
    name: 'long before the element, which a script makes',
    html: (place) => ordinaryPage(place, { head: scriptTag(place) + later(addGate(place)), body: '' }),
  },
  {
    name: 'long before the element, which comes as markup',
    html: (place) =>
      ordinaryPage(place, {
        head: scriptTag(place) + later(`document.querySelector('main').innerHTML = '${gateTag(place)}'`),
        body: '',
      }),
  },
  {
    name: 'twice from the same address',
    html: (place) => ordinaryPage(place, { head: scriptTag(place, '') + scriptTag(place) }),
  },
  {
    name: 'twice, floating and pinned',
    html: (place) =>
      ordinaryPage(place, {
        head: `${scriptTag(place)}<script async src="${place.product}/widget/${place.version}/vip-gate.js"></script>`,
      }),
  },
  {
    name: 'pinned with its hash',
    html: (place) =>
      ordinaryPage(place, {
        head: `<script async crossorigin="anonymous" integrity="${place.integrity}"
          src="${place.product}/widget/${place.version}/vip-gate.js"></script>`,
      }),
  },
  {
    name: 'by import() with the address of the API in an attribute',
    html: (place) =>
      ordinaryPage(place, {
        head: `<script type="module">await import(${JSON.stringify(scriptOf(place))})</script>`,
        body: `<vip-gate api="${place.product}" campaign="${place.campaign}"></vip-gate>`,
      }),
  },
  {
    name: 'written by document.write',
    html: (place) =>
      ordinaryPage(place, {
        head: '',
        body: `<script>document.write('<script src="${scriptOf(place)}"><\\/script>')</script>${gateTag(place)}`,
      }),
  },
];
