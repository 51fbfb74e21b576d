/** Brings the first field that is marked as wrong before the merchant's eyes and under the keys, once the page shows the marks. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field === null) return window.scrollTo({ top: 0 });
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'center' });
  });
}
