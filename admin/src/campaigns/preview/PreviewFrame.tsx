import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { ShownGate, StageNews } from './shown-gate.ts';

/** The screens that a gate can be looked at on, in CSS pixels. */
export const devices = { phone: { width: 390, height: 640 }, desktop: { width: 1024, height: 860 } } as const;

export type Device = keyof typeof devices;

interface PreviewFrameProps {
  shown: ShownGate | undefined;
  device: Device;
  title: string;
  /** A link inside was pressed, which leads nowhere there. */
  onLink(): void;
}

/** The page with the real gate, on a screen that is made smaller where it has not the room. */
export function PreviewFrame({ shown, device, title, onLink }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loads, setLoads] = useState(0);
  const [room, width] = useRoomWidth();
  const pressed = useRef(onLink);
  pressed.current = onLink;

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<StageNews>): void => {
      if (source === null || source !== frame.current?.contentWindow) return;
      if (data === 'gate-preview-ready') setLoads((before) => before + 1);
      if (data === 'gate-preview-link') pressed.current();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);

  useEffect(() => {
    // To whichever origin: the page has none of its own, so that there is none to name.
    if (loads > 0 && shown) frame.current?.contentWindow?.postMessage(shown, '*');
  }, [loads, shown]);

  const screen = devices[device];
  const scale = width === 0 ? 1 : Math.min(1, width / screen.width);
  const roomStyle: CSSProperties = { height: screen.height * scale };
  return (
    <div ref={room} className={`preview-room preview-${device}`} style={roomStyle}>
      <iframe
        ref={frame}
        title={title}
        src="/admin/gate-preview"
        sandbox="allow-scripts allow-forms"
        referrerPolicy="no-referrer"
        style={{ ...screen, transform: `scale(${scale})` }}
      />
    </div>
  );
}

/** How wide the element is in which the screen stands. */
function useRoomWidth() {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [room, width] as const;
}
