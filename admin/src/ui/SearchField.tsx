import { SearchIcon } from '@shopify/polaris-icons';
import { useEffect, useRef, useState } from 'react';
import { Icon, TextField } from './polaris.ts';

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called once the merchant pauses typing. */
  onSearch(query: string): void;
}

/** Long enough to finish a word, short enough to feel at once. */
const typingPauseMs = 250;

/** A search that waits for a pause in typing. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  search.current = onSearch;

  // What came back from our own search may be older than what has been typed since; only a foreign change counts.
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => send(typed), typingPauseMs);
    return () => clearTimeout(timer);
  });

  const send = (query: string): void => {
    sent.current = query;
    search.current(query);
  };
  const clear = (): void => {
    setTyped('');
    send('');
  };

  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      value={typed}
      onChange={setTyped}
      autoComplete="off"
      clearButton
      onClearButtonClick={clear}
      prefix={<Icon source={SearchIcon} />}
    />
  );
}
