import { button, byId } from './frame-chrome.ts';
import type { Notice, Sign } from './messages.ts';

type Tell = (sign: Sign) => void;

/** Shows a toast for its time. */
export function showToast(toast: Extract<Notice, { name: 'toast' }>, tell: Tell): void {
  const { id, content, isError, ms, action } = toast;
  const shown = document.createElement('div');
  shown.dataset.toast = id;
  shown.className = isError ? 'toast error' : 'toast';
  shown.setAttribute('role', isError ? 'alert' : 'status');
  const text = document.createElement('span');
  text.textContent = content;
  const act = () => {
    tell({ name: 'toastAction', id });
    hideToast(id, tell);
  };
  shown.append(
    text,
    ...(action === null ? [] : [button(action, act)]),
    button('Dismiss', () => hideToast(id, tell)),
  );
  byId('toasts').append(shown);
  setTimeout(() => hideToast(id, tell), ms);
}

/** Takes a toast away, if it is still there. */
export function hideToast(id: string, tell: Tell): void {
  const shown = document.querySelector(`[data-toast="${CSS.escape(id)}"]`);
  if (shown === null) return;
  shown.remove();
  tell({ name: 'toastGone', id });
}
