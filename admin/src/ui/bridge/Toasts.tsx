import { Toast } from '@shopify/polaris';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { texts } from '../../texts/texts.ts';
import { appBridge, isEmbedded } from './app-bridge.ts';

/** One sentence about what just happened, with the way back where there is one. */
export interface ToastMessage {
  content: string;
  isError?: boolean;
  undo?: { label: string; run(): void };
}

type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => {
  throw new Error('A toast was shown outside of ToastProvider');
});

// Whoever reads with a screen reader or must reach "undo" by keyboard needs the longer time.
const durationOf = ({ undo }: ToastMessage): number => (undo ? 10_000 : 5_000);

/** Shows toasts for everything inside, in Shopify's frame or in our own; a later one takes the place of the earlier. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return isEmbedded() ? <ShopifyToasts>{children}</ShopifyToasts> : <OwnToasts>{children}</OwnToasts>;
}

function ShopifyToasts({ children }: { children: ReactNode }) {
  return <ToastContext.Provider value={showInShopify}>{children}</ToastContext.Provider>;
}

const showInShopify: ShowToast = (message) => {
  const { content, isError = false, undo } = message;
  appBridge()?.toast.show(content, {
    isError,
    duration: durationOf(message),
    ...(undo && { action: undo.label, onAction: undo.run }),
  });
};

function OwnToasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ToastMessage & { id: number }>();
  const show = useCallback<ShowToast>((message) => setShown((last) => ({ ...message, id: (last?.id ?? 0) + 1 })), []);
  const dismiss = (): void => setShown(undefined);
  const id = shown?.id;
  useEffect(() => (id === undefined ? undefined : nameCloseButton()), [id]);

  const undo = shown?.undo;
  const action = undo && {
    content: undo.label,
    onAction: () => {
      dismiss();
      undo.run();
    },
  };

  return (
    <ToastContext.Provider value={show}>
      {children}
      {shown && (
        <Toast
          key={shown.id}
          content={shown.content}
          error={shown.isError ?? false}
          onDismiss={dismiss}
          duration={durationOf(shown)}
          {...(action && { action })}
        />
      )}
    </ToastContext.Provider>
  );
}

/** Polaris gives the button that closes a toast no name, and no way to give it one. Returns the end of the watch. */
function nameCloseButton(): () => void {
  const watch = new MutationObserver(() => {
    const button = document.querySelector('.Polaris-Frame-Toast__CloseButton:not([aria-label])');
    button?.setAttribute('aria-label', texts.common.dismiss);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** The way to show a toast. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
