import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../platform/graphql/user-error.type.ts';

/** In which form a page has the widget. */
export enum InstallationForm {
  PLAIN = 'PLAIN',
  PINNED = 'PINNED',
  THEME = 'THEME',
}

registerEnumType(InstallationForm, {
  name: 'InstallationForm',
  description: 'In which form a page has the widget.',
  valuesConfig: {
    PLAIN: { description: 'The snippet that follows every new widget.' },
    PINNED: { description: 'The snippet that pins one release.' },
    THEME: { description: 'The app block or app embed of a Shopify theme.' },
  },
});

/** How much a finding matters. */
export enum InstallationSeverity {
  GOOD = 'GOOD',
  NOTE = 'NOTE',
  PROBLEM = 'PROBLEM',
}

registerEnumType(InstallationSeverity, {
  name: 'InstallationSeverity',
  valuesConfig: {
    GOOD: { description: 'As it should be.' },
    NOTE: { description: 'The gate works, and something is worth knowing.' },
    PROBLEM: { description: 'The gate does not work on this page as long as it is so.' },
  },
});

/** What was found on a page. Findings are added, none is renamed. */
export enum InstallationFindingCode {
  NO_ADDRESS = 'NO_ADDRESS',
  NOT_HTTPS = 'NOT_HTTPS',
  NOT_PUBLIC = 'NOT_PUBLIC',
  UNREACHABLE = 'UNREACHABLE',
  BAD_CERTIFICATE = 'BAD_CERTIFICATE',
  TOO_SLOW = 'TOO_SLOW',
  TOO_MANY_REDIRECTS = 'TOO_MANY_REDIRECTS',
  UNREADABLE = 'UNREADABLE',
  NOT_FOUND = 'NOT_FOUND',
  REFUSED = 'REFUSED',
  BROKEN = 'BROKEN',
  PASSWORD_PAGE = 'PASSWORD_PAGE',
  NOT_HTML = 'NOT_HTML',
  REDIRECTED = 'REDIRECTED',
  TOO_LONG = 'TOO_LONG',
  SCRIPT_FOUND = 'SCRIPT_FOUND',
  SCRIPT_MISSING = 'SCRIPT_MISSING',
  SCRIPT_ELSEWHERE = 'SCRIPT_ELSEWHERE',
  SCRIPT_HELD_BACK = 'SCRIPT_HELD_BACK',
  SCRIPT_INSECURE = 'SCRIPT_INSECURE',
  SCRIPT_TWICE = 'SCRIPT_TWICE',
  RELEASE_UNKNOWN = 'RELEASE_UNKNOWN',
  INTEGRITY_RIGHT = 'INTEGRITY_RIGHT',
  INTEGRITY_WRONG = 'INTEGRITY_WRONG',
  INTEGRITY_MISSING = 'INTEGRITY_MISSING',
  INTEGRITY_UNPINNED = 'INTEGRITY_UNPINNED',
  CROSSORIGIN_MISSING = 'CROSSORIGIN_MISSING',
  GATE_FOUND = 'GATE_FOUND',
  GATE_MISSING = 'GATE_MISSING',
  GATE_WITHOUT_CAMPAIGN = 'GATE_WITHOUT_CAMPAIGN',
  GATE_OF_ANOTHER = 'GATE_OF_ANOTHER',
  GATE_ELSEWHERE = 'GATE_ELSEWHERE',
  POLICY_ALLOWS = 'POLICY_ALLOWS',
  POLICY_BLOCKS_SCRIPT = 'POLICY_BLOCKS_SCRIPT',
  POLICY_BLOCKS_API = 'POLICY_BLOCKS_API',
  POLICY_BLOCKS_PICTURES = 'POLICY_BLOCKS_PICTURES',
}

registerEnumType(InstallationFindingCode, {
  name: 'InstallationFindingCode',
  description: 'What was found on a page. Findings may be added; none is renamed.',
  valuesConfig: {
    NO_ADDRESS: { description: 'What was typed is no address of a page, or has a user’s name in it.' },
    NOT_HTTPS: { description: 'The address, or one that it leads to, is not https.' },
    NOT_PUBLIC: { description: 'Nothing public is at the address; whether anything else is there is not told.' },
    UNREACHABLE: { description: 'The server did not answer, or broke off.' },
    BAD_CERTIFICATE: { description: 'The server’s certificate is not valid for the address.' },
    TOO_SLOW: { description: 'There was no whole answer within five seconds.' },
    TOO_MANY_REDIRECTS: { description: 'The address leads on more than three times.' },
    UNREADABLE: { description: 'The page came in a form that was not asked for.' },
    NOT_FOUND: { description: 'The server has no page there (404, 410).' },
    REFUSED: { description: 'The server refused the page (4xx); the number is the detail.' },
    BROKEN: { description: 'The server failed (5xx); the number is the detail.' },
    PASSWORD_PAGE: { description: 'The shop or the page asks for a password before it shows anything.' },
    NOT_HTML: { description: 'What is there is no page; its content type is the detail.' },
    REDIRECTED: { description: 'The page is at another address, which is the detail.' },
    TOO_LONG: { description: 'Only the first megabyte of the page was looked at.' },
    SCRIPT_FOUND: { description: 'The widget’s script is on the page.' },
    SCRIPT_MISSING: { description: 'The widget’s script is not on the page.' },
    SCRIPT_ELSEWHERE: { description: 'The script comes from another server, which is the detail.' },
    SCRIPT_HELD_BACK: { description: 'The script’s tag has a type that browsers do not run; it is the detail.' },
    SCRIPT_INSECURE: { description: 'The page is https and the script is not, so that browsers block it.' },
    SCRIPT_TWICE: { description: 'The script is on the page more than once; the first one counts.' },
    RELEASE_UNKNOWN: { description: 'The pinned version, the detail, is no release of the widget.' },
    INTEGRITY_RIGHT: { description: 'The hash is the one of the release.' },
    INTEGRITY_WRONG: { description: 'The hash is another one, so that browsers refuse the script.' },
    INTEGRITY_MISSING: { description: 'One release is named, but not pinned by its hash.' },
    INTEGRITY_UNPINNED: { description: 'A hash stands at the address that follows new widgets: the next one ends it.' },
    CROSSORIGIN_MISSING: { description: 'Without `crossorigin` browsers refuse a script with a hash from elsewhere.' },
    GATE_FOUND: { description: 'The campaign’s gate is on the page.' },
    GATE_MISSING: { description: 'There is no `<vip-gate>` on the page.' },
    GATE_WITHOUT_CAMPAIGN: { description: 'There is a `<vip-gate>` that names no campaign.' },
    GATE_OF_ANOTHER: {
      description:
        'The gate is another campaign’s: the detail is its name, or its id where the shop has no such campaign.',
    },
    GATE_ELSEWHERE: { description: 'The gate’s `api` names another server, which is the detail.' },
    POLICY_ALLOWS: { description: 'The page has a Content-Security-Policy, and it allows the gate.' },
    POLICY_BLOCKS_SCRIPT: { description: 'The page’s policy blocks the script; the source to allow is the detail.' },
    POLICY_BLOCKS_API: { description: 'The page’s policy blocks the API; the source to allow is the detail.' },
    POLICY_BLOCKS_PICTURES: { description: 'The page’s policy blocks pictures; the source to allow is the detail.' },
  },
});

@ObjectType({ description: 'One thing that was found on a page.' })
export class InstallationFinding {
  @Field(() => InstallationFindingCode)
  code!: InstallationFindingCode;

  @Field(() => InstallationSeverity)
  severity!: InstallationSeverity;

  @Field(() => String, { nullable: true, description: 'What the code’s description says; at most 200 characters.' })
  detail!: string | null;
}

@ObjectType({ description: 'Whether a page has a campaign’s gate rightly, looked at from outside.' })
export class InstallationTest {
  @Field(() => Boolean, { description: 'Whether nothing was found that keeps the gate from working.' })
  isInstalled!: boolean;

  @Field(() => InstallationForm, { nullable: true, description: 'Null where the script was not found.' })
  form!: InstallationForm | null;

  @Field(() => [InstallationFinding], { description: 'Problems first.' })
  findings!: InstallationFinding[];
}

@ObjectType()
export class InstallationTestPayload {
  @Field(() => InstallationTest, { nullable: true, description: 'Null with userErrors.' })
  installationTest!: InstallationTest | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
