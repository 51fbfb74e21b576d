/** The directives of one Content-Security-Policy, by their names in lower case, each with its sources. */
export type PagePolicy = ReadonlyMap<string, readonly string[]>;

/** A script as a page asks for it. */
export interface AskedScript {
  readonly url: URL;
  readonly nonce: string;
  readonly integrity: string;
}

/** Reads policies out of a header, where commas part them, or out of a `<meta>`. */
export function readPolicies(text: string): PagePolicy[] {
  return text.split(',').flatMap((policy) => {
    const directives = new Map<string, string[]>();
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      // Of a directive that comes twice the first holds.
      if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
    }
    return directives.size === 0 ? [] : [directives];
  });
}

/** Whether a page of this origin may run the script under a policy (CSP level 3, as far as scripts with an address go). */
export function allowsScript(policy: PagePolicy, script: AskedScript, page: URL): boolean {
  const sandbox = policy.get('sandbox');
  if (sandbox && !sandbox.includes('allow-scripts')) return false;
  const sources = sourcesOf(policy, ['script-src-elem', 'script-src', 'default-src']);
  if (sources === null) return true;
  if (script.nonce !== '' && sources.includes(`'nonce-${script.nonce}'`)) return true;
  const hashes = script.integrity.split(/\s+/).filter((hash) => hash !== '');
  if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  if (sources.includes("'strict-dynamic'")) return false;
  return sources.some((source) => matches(source, script.url, page));
}

/** Whether a page may ask this address under a policy, for data (`connect-src`) or for pictures (`img-src`). */
export function allowsAddress(
  policy: PagePolicy,
  directive: 'connect-src' | 'img-src',
  { url, page }: { readonly url: URL; readonly page: URL },
): boolean {
  const sources = sourcesOf(policy, [directive, 'default-src']);
  return sources === null || sources.some((source) => matches(source, url, page));
}

function sourcesOf(policy: PagePolicy, names: readonly string[]): readonly string[] | null {
  for (const name of names) {
    const sources = policy.get(name);
    if (sources) return sources;
  }
  return null;
}

const SOURCE = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/.*)?$/i;

/** Whether an address is one that a source of a policy names. */
function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return true;
  if (source.toLowerCase() === "'self'") return url.origin === page.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return isScheme(source.slice(0, -1), url);
  const [, scheme = page.protocol.slice(0, -1), host = '', port, path] = SOURCE.exec(source) ?? [];
  return host !== '' && isScheme(scheme, url) && isHost(host, url) && isPort(port, url) && isPath(path, url);
}

/** A source that says http means https too. */
function isScheme(scheme: string, { protocol }: URL): boolean {
  const said = `${scheme.toLowerCase()}:`;
  return said === protocol || (said === 'http:' && protocol === 'https:');
}

function isHost(host: string, { hostname }: URL): boolean {
  const said = host.toLowerCase();
  if (said === '*') return true;
  return said.startsWith('*.') ? hostname.endsWith(said.slice(1)) : hostname === said;
}

function isPort(port: string | undefined, url: URL): boolean {
  if (port === '*') return true;
  const usual = url.protocol === 'https:' ? '443' : '80';
  return (port ?? usual) === (url.port || usual);
}

/** A path that ends with a slash means everything below it. */
function isPath(path: string | undefined, { pathname }: URL): boolean {
  if (path === undefined || path === '/') return true;
  return path.endsWith('/') ? pathname.startsWith(path) : pathname === path;
}
