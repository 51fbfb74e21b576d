import type { OutsidePage } from '../platform/http/outside-page.ts';
import { answerFindings, readsOn } from './answer-look.ts';
import { type Found, good, note, problem } from './finding.ts';
import { gateFindings } from './gate-look.ts';
import { type InstallationForm, InstallationSeverity, type InstallationTest } from './installation.type.ts';
import { allowsAddress, allowsScript, type PagePolicy, readPolicies } from './page-policy.ts';
import { readTags, type Tag } from './page-tags.ts';
import { type PageScript, scriptFindings, scriptsOf } from './script-look.ts';
import type { Sought, WidgetPlaces } from './sought.ts';

const ORDER = [InstallationSeverity.PROBLEM, InstallationSeverity.NOTE, InstallationSeverity.GOOD];

/** What a page that was read says about the gate: script, element, hash, and whether its policy lets them work. */
export async function lookAtPage(page: OutsidePage, sought: Sought): Promise<InstallationTest> {
  const before = answerFindings(page);
  if (!readsOn(before)) return result(null, before);
  const tags = readTags(page.body);
  const [script, ...others] = scriptsOf(tags, page.url, sought.widget);
  const found = [
    ...before,
    ...scriptFindings(script, page.url),
    ...(others.some(({ url }) => url.href !== script?.url.href) ? [note('SCRIPT_TWICE')] : []),
    ...(await gateFindings(tags, sought)),
    ...(script ? policyFindings(page, tags, { script, widget: sought.widget }) : []),
  ];
  return result(script?.form ?? null, found);
}

function result(form: InstallationForm | null, found: readonly Found[]): InstallationTest {
  const findings = found.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
  const isInstalled = findings.every(({ severity }) => severity !== InstallationSeverity.PROBLEM);
  return { isInstalled, form, findings };
}

interface Wanted {
  readonly script: PageScript;
  readonly widget: WidgetPlaces;
}

/** A page may have several policies, by header and by `<meta>`: all of them hold. */
function policyFindings(page: OutsidePage, tags: readonly Tag[], { script, widget }: Wanted): Found[] {
  const metas = tags.filter(
    ({ name, attributes }) =>
      name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const texts = [page.contentSecurityPolicy, ...metas.map(({ attributes }) => attributes.get('content') ?? '')];
  const policies = texts.flatMap(readPolicies);
  if (policies.length === 0) return [];
  const all = (allows: (policy: PagePolicy) => boolean) => policies.every(allows);
  const address = { url: new URL(`${widget.publicUrl}/public/graphql`), page: page.url };
  const blocked = [
    ...(all((policy) => allowsScript(policy, script, page.url))
      ? []
      : [problem('POLICY_BLOCKS_SCRIPT', new URL('.', script.url).href)]),
    ...(all((policy) => allowsAddress(policy, 'connect-src', address))
      ? []
      : [problem('POLICY_BLOCKS_API', widget.publicUrl)]),
    ...(all((policy) => allowsAddress(policy, 'img-src', address))
      ? []
      : [note('POLICY_BLOCKS_PICTURES', widget.publicUrl)]),
  ];
  return blocked.length === 0 ? [good('POLICY_ALLOWS')] : blocked;
}
