import { useEffect, useState } from 'react';
import { askBeforeClosing, leavingGivesUp } from './bridge/leaving.ts';

/** What is typed and not saved, by the form's name. In standalone mode it outlives the page: coming back finds it again. */
const keptDrafts = new Map<string, unknown>();

/**
 * The unsaved draft of the form of this name, undefined when nothing is unsaved. It is kept for as long as the tab is open, or as the page is
 * where leaving gives it up. A name belongs to one kind of draft.
 */
export function useKeptDraft<Draft>(name: string) {
  const [edited, setEdited] = useState(() => keptDrafts.get(name) as Draft | undefined);

  useEffect(() => askBeforeClosing(() => keptDrafts.size > 0), []);
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
  return [edited, edit] as const;
}
