import { startTransition, useEffect, useState } from 'react';

/**
 * The value as the last paint had it, `first` to begin with. What takes its time to draw follows this one, so that a slow machine shows
 * the press that it follows from before.
 */
export function useAfterPaint<Value>(value: Value, first: Value): Value {
  const [painted, setPainted] = useState(first);
  useEffect(() => {
    if (value === painted) return;
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setPainted(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, painted]);
  return painted;
}
