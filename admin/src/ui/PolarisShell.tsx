import { AppProvider, Frame, Navigation, useBreakpoints } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { HomeIcon, ProductIcon, SettingsIcon } from '@shopify/polaris-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { texts } from '../texts.ts';
import { RouterLink } from './RouterLink.tsx';
import { TopBar } from './TopBar.tsx';

const sections = [
  { url: '/campaigns', label: texts.nav.campaigns, icon: HomeIcon },
  { url: '/catalog', label: texts.nav.catalog, icon: ProductIcon },
  { url: '/settings', label: texts.nav.settings, icon: SettingsIcon },
];

/** The frame around every page: sections at the side, the bar on top, toasts in their place. */
export function PolarisShell({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const closeMenu = (): void => setMenuOpen(false);

  const navigation = (
    <Navigation location={pathname} ariaLabelledBy="sections-label" onDismiss={closeMenu}>
      <span id="sections-label" hidden>
        {texts.nav.label}
      </span>
      <Navigation.Section items={sections.map((section) => ({ ...section, onClick: closeMenu }))} />
    </Navigation>
  );

  return (
    <AppProvider i18n={english} linkComponent={RouterLink}>
      <Frame
        topBar={<TopBar onMenu={() => setMenuOpen((open) => !open)} />}
        navigation={navigation}
        showMobileNavigation={isMenuOpen}
        onNavigationDismiss={closeMenu}
      >
        <NamedSections />
        {children}
      </Frame>
    </AppProvider>
  );
}

/** On a wide page Polaris names a plain box around the sections, which is neither landmark nor control; only the phone's dialog needs the name. */
function NamedSections() {
  const { mdDown } = useBreakpoints();
  useEffect(() => {
    const box = document.getElementById('AppFrameNav');
    if (mdDown) box?.setAttribute('aria-label', texts.nav.label);
    else box?.removeAttribute('aria-label');
  }, [mdDown]);
  return null;
}
