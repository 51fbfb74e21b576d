import { PageSkeleton } from './PageSkeleton.tsx';

/** What the document showed of its own page before any script ran, and where; React takes it away with its first picture. */
const firstLook = typeof document === 'undefined' ? null : document.querySelector('.shell .page-focus');
const firstPath = typeof window === 'undefined' ? '' : window.location.pathname;

/** A page whose script is on its way: as the document showed it at first, so that nothing flickers, and later on in outline. */
export function PageWaiting() {
  if (firstLook === null || window.location.pathname !== firstPath) return <PageSkeleton />;
  const fill = (place: HTMLDivElement | null): void => {
    place?.replaceChildren(...[...firstLook.childNodes].map((node) => node.cloneNode(true)));
  };
  // React 18 knows no `inert`, and passes on what it does not know.
  return <div ref={fill} {...{ inert: '' }} />;
}
