import { useEffect, useRef } from 'react';

/** Calls back when a value has become another one, with the one before; never for the first. */
export function useOnChange<Value>(value: Value, onChange: (before: Value) => void): void {
  const last = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (last.current === value) return;
    const before = last.current;
    last.current = value;
    change.current(before);
  }, [value]);
}
