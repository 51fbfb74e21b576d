import { texts } from '../../texts/texts.ts';

/** The admin's sections, in their order; the first is its home. */
export const sections = [
  { url: '/', label: texts.nav.home },
  { url: '/campaigns', label: texts.nav.campaigns },
  { url: '/signups', label: texts.nav.signups },
  { url: '/analytics', label: texts.nav.analytics },
  { url: '/catalog', label: texts.nav.catalog },
  { url: '/settings', label: texts.nav.settings },
] as const;
