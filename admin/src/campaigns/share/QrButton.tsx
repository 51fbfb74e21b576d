import { useState } from 'react';
import { shareTexts } from '../../texts/share-texts.ts';
import { Button } from '../../ui/polaris.ts';
import { QrDialog } from './QrDialog.tsx';

interface QrButtonProps {
  /** What the address is called, for the title and the file. */
  name: string;
  address: string;
  /** Whether it stands in a row of a list. */
  isPlain?: boolean;
}

/** Shows an address as a QR code. */
export function QrButton({ name, address, isPlain = false }: QrButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...(isPlain && { variant: 'plain' as const })}
        accessibilityLabel={shareTexts.qr.showLabel(name)}
        onClick={() => setOpen(true)}
      >
        {shareTexts.qr.show}
      </Button>
      {isOpen && <QrDialog {...{ name, address }} onClose={() => setOpen(false)} />}
    </>
  );
}
