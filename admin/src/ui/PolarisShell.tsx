import { AppProvider, Frame, Navigation, TopBar } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json' with { type: 'json' };
import { HomeIcon, ProductIcon, SettingsIcon } from '@shopify/polaris-icons';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';
import logo from '../assets/logo.svg';
import { texts } from '../texts.ts';
import { RouterLink } from './RouterLink.tsx';

const sections = [
  { url: '/campaigns', label: texts.nav.campaigns, icon: HomeIcon },
  { url: '/catalog', label: texts.nav.catalog, icon: ProductIcon },
  { url: '/settings', label: texts.nav.settings, icon: SettingsIcon },
];

const brand = {
  topBarSource: logo,
  contextualSaveBarSource: logo,
  width: 148,
  url: '/',
  accessibilityLabel: texts.app.name,
};

/** The frame around every page: sections at the side, the bar on top, toasts and the save bar in their places. */
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
        logo={brand}
        topBar={<TopBar showNavigationToggle onNavigationToggle={() => setMenuOpen((open) => !open)} />}
        navigation={navigation}
        showMobileNavigation={isMenuOpen}
        onNavigationDismiss={closeMenu}
      >
        {children}
      </Frame>
    </AppProvider>
  );
}
