import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** A page that is not long enough by then will not be. */
const patienceMs = 2_000;

/** What tells that the merchant goes elsewhere on the page meanwhile. */
const ownWays = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Brings each new page to its top, and the way back to where the merchant was looking: the browser's own attempt comes before the page has
 * its content.
 */
export function useScrollPlace(): void {
  const { key, pathname } = useLocation();
  const isWayBack = useNavigationType() === 'POP';
  const places = useRef(new Map<string, number>());
  const shown = useRef({ key, pathname });

  // Before the browser sees the new page: a shorter one would be noted as the place on the one before.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { key, pathname };
    const wanted = isWayBack ? places.current.get(key) : undefined;
    const isNewPage = before.pathname !== pathname;
    const stop = wanted === undefined ? undefined : goTo(wanted);
    if (wanted === undefined && isNewPage) window.scrollTo(0, 0);

    const note = (): void => void places.current.set(key, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => {
      stop?.();
      window.removeEventListener('scroll', note);
    };
  }, [key, pathname, isWayBack]);
}

/** Scrolls there as soon as the page is long enough, unless the merchant scrolls first. Returns the end of the attempt. */
function goTo(top: number): () => void {
  const deadline = performance.now() + patienceMs;
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    for (const way of ownWays) window.removeEventListener(way, stop);
  };
  const reach = (): void => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) < 1 || performance.now() > deadline) stop();
    else frame = requestAnimationFrame(reach);
  };
  for (const way of ownWays) window.addEventListener(way, stop, { passive: true });
  reach();
  return stop;
}
