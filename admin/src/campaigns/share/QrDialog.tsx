import { useMemo } from 'react';
import { keepFile } from '../../privacy/download.ts';
import { shareTexts } from '../../share-texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { BlockStack, Modal, Text } from '../../ui/polaris.ts';
import { qrCodeOf, qrFileName, qrPng, qrSvg } from './qr-code.ts';

const words = shareTexts.qr;

interface QrDialogProps {
  name: string;
  address: string;
  onClose(): void;
}

/** An address as a QR code, to look at and to keep. */
export function QrDialog({ name, address, onClose }: QrDialogProps) {
  const showToast = useToast();
  const code = useMemo(() => qrCodeOf(address), [address]);
  const svg = useMemo(() => qrSvg(code), [code]);
  const file = qrFileName(name);
  const keepSvg = (): void => keepFile(new Blob([svg], { type: 'image/svg+xml' }), `${file}.svg`);
  const keepPng = async (): Promise<void> => {
    const png = await qrPng(code);
    if (png === null) showToast({ content: words.failed, isError: true });
    else keepFile(png, `${file}.png`);
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={words.title(name)}
      primaryAction={{ content: words.png, onAction: keepPng }}
      secondaryActions={[{ content: words.svg, onAction: keepSvg }]}
    >
      <Modal.Section>
        <BlockStack gap="300" inlineAlign="center">
          <img className="qr-code" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={words.alt(address)} />
          <Text as="p" breakWord>
            {address}
          </Text>
          <Text as="p" tone="subdued">
            {words.help} {words.svgHelp}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
