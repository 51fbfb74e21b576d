import { texts } from '../texts/texts.ts';
import { useToast } from './bridge/Toasts.tsx';

/** Copies a text and says whether that worked. */
export function useCopy(): (text: string) => Promise<void> {
  const showToast = useToast();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ content: texts.common.copied });
    } catch {
      showToast({ content: texts.problem.copyFailed, isError: true });
    }
  };
}
