import { Frame, Navigation, useBreakpoints } from '@shopify/polaris';
import {
  ChartVerticalIcon,
  HomeIcon,
  MegaphoneIcon,
  PersonIcon,
  ProductIcon,
  SettingsIcon,
} from '@shopify/polaris-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { texts } from '../../texts/texts.ts';
import { sections } from './sections.ts';
import { TopBar } from './TopBar.tsx';

const icons = {
  '/': HomeIcon,
  '/campaigns': MegaphoneIcon,
  '/signups': PersonIcon,
  '/analytics': ChartVerticalIcon,
  '/catalog': ProductIcon,
  '/settings': SettingsIcon,
};

// Every address begins like the home's.
const items = sections.map((section) => ({ ...section, icon: icons[section.url], exactMatch: section.url === '/' }));

/** The frame in standalone mode: sections at the side, the bar on top, toasts in their place. */
export function OwnFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const closeMenu = (): void => setMenuOpen(false);

  const navigation = (
    <Navigation location={pathname} ariaLabelledBy="sections-label" onDismiss={closeMenu}>
      <span id="sections-label" hidden>
        {texts.nav.label}
      </span>
      <Navigation.Section items={items.map((item) => ({ ...item, onClick: closeMenu }))} />
    </Navigation>
  );

  return (
    <Frame
      topBar={<TopBar onMenu={() => setMenuOpen((open) => !open)} />}
      navigation={navigation}
      showMobileNavigation={isMenuOpen}
      onNavigationDismiss={closeMenu}
    >
      <NamedSections />
      {children}
    </Frame>
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
