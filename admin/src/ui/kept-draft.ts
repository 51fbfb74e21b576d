import { useEffect, useState } from 'react';
import { leavingGivesUp } from './bridge/leaving.ts';

/** What is typed and not saved, by the form's name. In standalone mode it outlives the page: coming back finds it again. */
const keptDrafts = new Map<string, unknown>();

/** Whether anything is unsaved, on whatever page it was typed. */
export function hasUnsaved(): boolean {
  return keptDrafts.size > 0;
}

/** What the form of this name is about is no more, and what was typed there with it. */
export function forgetDraft(name: string): void {
  keptDrafts.delete(name);
}

/**
 * The unsaved draft of the form of this name, undefined when nothing is unsaved. It is kept for as long as the tab is open, or as the page is
 * where leaving gives it up. A name belongs to one kind of draft.
 */
export function useKeptDraft<Draft>(name: string) {
  const [edited, setEdited] = useState(() => keptDrafts.get(name) as Draft | undefined);

  useEffect(
    () => () => {
      if (leavingGivesUp()) keptDrafts.delete(name);
    },
    [name],
  );

  const edit = (draft: Draft | undefined): void => {
    if (draft === undefined) keptDrafts.delete(name);
    else keptDrafts.set(name, draft);
    setEdited(draft);
  };
  /** This draft is saved; what was typed since it was sent stays unsaved. */
  const settle = (sent: Draft | undefined): void => {
    if (keptDrafts.get(name) === sent) edit(undefined);
  };
  return { edited, edit, settle };
}
