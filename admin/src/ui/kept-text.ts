/** What this browser was told to remember; null where there is nothing, or where it remembers nothing. */
export function keptText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage can be forbidden, as it is in some private windows: then nothing was kept.
    return null;
  }
}

/** Has the browser remember a text, or forget it. False where it remembers nothing, which whoever counts on it has to say. */
export function keepText(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    // Forbidden, or full.
    return false;
  }
}
