import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'react-router';
import { texts } from '../texts/texts.ts';
import { BlockStack } from '../ui/polaris.ts';

/** A section's name in the address: `/settings#tokens`. */
export type SectionName = Exclude<keyof typeof texts.settingsSections, 'label'>;

const names = Object.keys(texts.settingsSections).filter((name) => name !== 'label') as SectionName[];

/** A part of the settings with an address of its own. */
export function SettingsSection({ name, children }: { name: SectionName; children: ReactNode }) {
  return (
    <section id={name} tabIndex={-1} className="settings-section" aria-label={texts.settingsSections[name]}>
      <BlockStack gap="400">{children}</BlockStack>
    </section>
  );
}

/** The way to each section. Ordinary links: the browser goes there, and back. */
export function SectionLinks() {
  return (
    <nav className="section-links" aria-label={texts.settingsSections.label}>
      {names.map((name) => (
        <a key={name} href={`#${name}`}>
          {texts.settingsSections[name]}
        </a>
      ))}
    </nav>
  );
}

/** Brings the section that the address names before the eyes and under the keys, once the page is there to be walked. */
export function useSectionOfAddress(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || hash === '') return;
    const section = document.getElementById(hash.slice(1));
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  }, [isThere, hash]);
}
