import type { InstallationFindingCode, InstallationForm } from '../gql/graphql.ts';

/** What a finding of the installation test says, and what to do about it; `detail` as the API describes it. */
type FindingWords = (detail: string) => string;

/** What a merchant reads about sharing a campaign: addresses, links, snippets, and whether they are in place. */
export const shareTexts = {
  share: {
    title: 'Share',
    secretLink: 'Secret link',
    secretLinkHelp:
      'The part of the address that only your people know. To lead them to a page of yours with the gate, put ?vip= and this behind its address.',
    themePage: 'Page in your shop',
    themePageHelp: 'Send this address: the campaign’s page there has your theme’s header, footer and look.',
    hostedPage: 'Hosted page',
    hostedPageHelp: 'Send this address: it leads to the campaign’s own page.',
    noLink: 'This campaign has no secret link. Add one below.',
  },
  qr: {
    show: 'QR code',
    showLabel: (name: string) => `QR code: ${name}`,
    title: (name: string) => `QR code: ${name}`,
    alt: (address: string) => `QR code that leads to ${address}`,
    help: 'Leave the white border around it, and print it 2 cm wide or wider. Who scans it comes to the same page as by the link.',
    svg: 'Download SVG',
    svgHelp: 'SVG is for print, at any size; PNG for mails and messages.',
    png: 'Download PNG',
    failed: 'The picture couldn’t be made. Try the other form.',
    notLoaded: 'The code couldn’t be loaded. Close this and try again once you’re online.',
  },
  replace: {
    action: 'Replace',
    label: (name: string) => `Replace ${name}`,
    title: (name: string) => `Replace the link “${name}”?`,
    stops: 'The present address stops working at once: in e-mails you have sent, in posts, on printed QR codes.',
    keeps: 'People who are in keep their access. The new link has the same name, number of people and end.',
    loses: (count: number, formatted: string) =>
      count === 0
        ? 'Nobody came in by it yet. The new link has the same name, number of people and end.'
        : `${count === 1 ? '1 person who came in by it loses' : `${formatted} people who came in by it lose`} access, and can come in again by the new link. It has the same name, number of people and end, and counts from nought.`,
    confirm: 'Replace the link',
    done: 'The link was replaced. The old one no longer opens anything.',
  },
  embed: {
    title: 'On your own page',
    help: 'Paste it where the gate should stand. It takes the page’s own font and colours.',
    form: 'Form of the snippet',
    forms: {
      plain: { name: 'Plain', help: 'Right for most pages. It follows every mended widget by itself.' },
      pinned: {
        name: 'Pinned by its hash (SRI)',
        help: 'For pages that allow no script to change by itself: the browser runs exactly this version and nothing else. When we mend something, you replace the snippet yourself.',
      },
      strict: {
        name: 'With a strict Content-Security-Policy',
        help: 'For pages that say which scripts may run. Add these sources to the policy; styles need nothing.',
      },
    },
    snippet: 'Embed snippet',
    policy: 'What the policy must allow',
    policyHelp:
      'Does your policy work by nonce? Then write your page’s nonce into the script’s tag instead of the address into script-src; “strict-dynamic” is fine. Pictures of products that lie elsewhere need their hosts in img-src too.',
  },
  installation: {
    title: 'Is it in place?',
    help: 'Type the address of a page of yours. We look at it as anybody could, and say whether this campaign’s gate is rightly there.',
    url: 'Address of your page',
    placeholder: 'https://www.your-shop.com/pages/early-access',
    run: 'Test the page',
    blank: 'Type the address of a page.',
    installed: 'The gate is in place',
    installedHelp: (form: string) => `This page has it ${form}.`,
    notInstalled: 'The gate doesn’t work on this page yet',
    later:
      'We see the page as its server sends it. What a script adds later (page builders, tag managers) we can’t see: open the page and look.',
    form: {
      PLAIN: 'by the plain snippet',
      PINNED: 'by the snippet that pins a version',
      THEME: 'by the block of your theme',
    } satisfies Record<InstallationForm, string>,
    finding: {
      NO_ADDRESS: () =>
        'This isn’t the address of a page. Copy it from your browser’s address bar, without a user’s name.',
      NOT_HTTPS: () => 'Only pages at https addresses can be tested. Type the address with https://.',
      NOT_PUBLIC: () =>
        'There is no public page at this address. Check the spelling; a page on your own computer or network can’t be seen from outside.',
      UNREACHABLE: () => 'The server of this page didn’t answer. Open it in your browser; if it is there, try again.',
      BAD_CERTIFICATE: () =>
        'The page’s certificate isn’t valid, so that browsers warn your visitors. Have it renewed, then test again.',
      TOO_SLOW: () => 'The page didn’t come within five seconds. Try again; your visitors may be waiting as well.',
      TOO_MANY_REDIRECTS: () => 'The address leads on and on. Type the address where the page really is.',
      UNREADABLE: () => 'The server sent the page in a form that we can’t read. Open it in your browser and look.',
      NOT_FOUND: () => 'There is no page at this address (404). Publish it, or check the spelling.',
      REFUSED: (status) =>
        `The server refused to show this page (${status}). Check that it is published for everybody.`,
      BROKEN: (status) => `The server of this page is in trouble (${status}). Try again when the page opens for you.`,
      PASSWORD_PAGE: () =>
        'A password is asked for before anything is shown. In Shopify, take the password off under Online Store → Preferences, then test again.',
      NOT_HTML: (type) => `There is no page at this address but a file (${type}). Type the address of a page.`,
      REDIRECTED: (address) => `The address leads to ${address}, and that page was tested.`,
      TOO_LONG: () => 'The page is longer than a megabyte; only its beginning was looked at.',
      SCRIPT_FOUND: () => 'The gate’s script is on the page.',
      SCRIPT_MISSING: () =>
        'The gate’s script isn’t on the page. Paste the whole snippet, its first line too, and save the page.',
      SCRIPT_ELSEWHERE: (origin) =>
        `The script comes from ${origin}, not from this app. Replace it by the snippet from here.`,
      SCRIPT_HELD_BACK: (type) =>
        `The script’s tag has the type “${type}”, which browsers don’t run: a cookie banner often does that. Let the banner leave this script alone; the gate sets no cookies.`,
      SCRIPT_INSECURE: () =>
        'The page is https and the script is http, so that browsers block it. Replace it by the snippet from here.',
      SCRIPT_TWICE: () => 'The script is there in more than one version. Leave one of them.',
      RELEASE_UNKNOWN: (version) =>
        `The snippet names the version ${version}, which isn’t kept for good. Replace it by the pinned snippet from here.`,
      INTEGRITY_RIGHT: () => 'The hash is the right one: browsers run exactly this version.',
      INTEGRITY_WRONG: () =>
        'The hash isn’t that of the script, so that browsers refuse to run it. Copy the pinned snippet anew.',
      INTEGRITY_MISSING: () =>
        'One version is named, but no hash. It works; copy the pinned snippet if browsers are to check it.',
      INTEGRITY_UNPINNED: () =>
        'There is a hash at the address that follows every new widget: with the next one the gate stops. Use the plain or the pinned snippet.',
      CROSSORIGIN_MISSING: () =>
        'The script has a hash but not crossorigin="anonymous", so that browsers refuse it. Copy the pinned snippet anew.',
      GATE_FOUND: () => 'This campaign’s gate is on the page.',
      GATE_MISSING: () =>
        'The gate itself isn’t on the page. Paste the snippet’s second line, <vip-gate …>, where it should stand.',
      GATE_WITHOUT_CAMPAIGN: () => 'The gate on the page names no campaign. Copy the snippet’s second line anew.',
      GATE_OF_ANOTHER: (campaign) =>
        `The gate on this page belongs to another campaign: ${campaign}. Copy the snippet’s second line from here.`,
      GATE_ELSEWHERE: (origin) =>
        `The gate on the page asks ${origin}, not this app. Take the attribute api off, or replace it by the snippet from here.`,
      POLICY_ALLOWS: () => 'The page has a Content-Security-Policy, and it lets the gate work.',
      POLICY_BLOCKS_SCRIPT: (source) =>
        `The page’s Content-Security-Policy blocks the script. Add ${source} to script-src, or give the script’s tag the page’s nonce.`,
      POLICY_BLOCKS_API: (source) =>
        `The page’s Content-Security-Policy keeps the gate from asking us. Add ${source} to connect-src.`,
      POLICY_BLOCKS_PICTURES: (source) =>
        `The page’s Content-Security-Policy blocks pictures. Add ${source} to img-src, and the hosts of your products’ pictures.`,
    } satisfies Record<InstallationFindingCode, FindingWords>,
    severity: { GOOD: 'Right:', NOTE: 'Worth knowing:', PROBLEM: 'To be mended:' },
  },
} as const;
