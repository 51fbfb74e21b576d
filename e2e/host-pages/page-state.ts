/** What a script could leave behind on a page. */
export interface PageState {
  /** Own names of `window`, of every native and of every native's prototype, and how many listeners they have. */
  readonly names: readonly string[];
  readonly cookies: string;
  readonly stored: readonly string[];
}

/** Runs in the page, before anything else: counts the listeners of window and document. */
export function watchListeners(): void {
  const listen = EventTarget.prototype.addEventListener;
  const heard: string[] = [];
  EventTarget.prototype.addEventListener = function (kind: string, ...rest: [never, never]) {
    if (this === window || this === document) heard.push(kind);
    return listen.call(this, kind, ...rest);
  };
  Object.defineProperty(window, Symbol.for('heard'), { value: heard, enumerable: false });
}

/** Runs in the page. */
export function readPageState(): PageState {
  const names: string[] = [];
  const take = (owner: string, thing: object) => {
    for (const key of Reflect.ownKeys(thing)) names.push(`${owner}.${String(key)}`);
  };
  take('window', window);
  take('document', document);
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(window))) {
    if (typeof value !== 'function') continue;
    take(name, value);
    if (typeof value.prototype === 'object' && value.prototype !== null) take(`${name}.prototype`, value.prototype);
  }
  const heard: unknown = Reflect.get(window, Symbol.for('heard'));
  if (Array.isArray(heard)) names.push(...heard.map((kind, at) => `listener ${at} for ${kind}`));
  names.push(`styles: ${document.adoptedStyleSheets.length}`, `in the head: ${document.head.childElementCount}`);
  const stored = [localStorage, sessionStorage].flatMap((shelf) => Object.keys(shelf));
  return { names: names.sort(), cookies: document.cookie, stored };
}
