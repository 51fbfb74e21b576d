import { useEffect, useState } from 'react';

/** A QR code as it is shown and kept. */
export interface MadeQrCode {
  svg: string;
  /** The same as a picture of points; null where the browser cannot make one. */
  png(): Promise<Blob | null>;
  /** Without its ending. */
  fileName: string;
}

/**
 * The code of an address; undefined until it is made. What makes codes comes when the first one is asked for. It knows nothing of React: a
 * script of its own that shared something with the first page's would part that one in two.
 */
export function useQrCode(address: string, name: string): { code: MadeQrCode | undefined; hasFailed: boolean } {
  const [code, setCode] = useState<MadeQrCode>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    import('./qr-code.ts').then(
      ({ qrCodeOf, qrSvg, qrPng, qrFileName }) => {
        const modules = qrCodeOf(address);
        if (isWanted) setCode({ svg: qrSvg(modules), png: () => qrPng(modules), fileName: qrFileName(name) });
      },
      () => setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [address, name]);
  return { code, hasFailed };
}
