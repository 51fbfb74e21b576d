import { MenuIcon } from '@shopify/polaris-icons';
import { Link } from 'react-router';
import logo from '../../assets/logo.svg';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../polaris.ts';

/** The bar above every page; Polaris' own stands in no landmark, which leaves a screen reader without a way to it. */
export function TopBar({ onMenu }: { onMenu(): void }) {
  return (
    <header className="top-bar">
      <button type="button" className="top-bar-menu" aria-label={texts.nav.menu} onClick={onMenu}>
        <Icon source={MenuIcon} />
      </button>
      <Link to="/">
        <img src={logo} alt={texts.app.name} width={148} height={24} />
      </Link>
    </header>
  );
}
