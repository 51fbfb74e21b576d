import { keepFile } from '../../privacy/download.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Banner, BlockStack, SkeletonDisplayText, Text } from '../../ui/polaris.ts';
import { type MadeQrCode, useQrCode } from './useQrCode.ts';

const words = shareTexts.qr;

interface QrDialogProps {
  name: string;
  address: string;
  onClose(): void;
}

/** An address as a QR code, to look at and to keep. */
export function QrDialog({ name, address, onClose }: QrDialogProps) {
  const { code, hasFailed } = useQrCode(address, name);
  const showToast = useToast();
  const keepPng = async ({ png, fileName }: MadeQrCode): Promise<void> => {
    const picture = await png();
    if (picture === null) showToast({ content: words.failed, isError: true });
    else keepFile(picture, `${fileName}.png`);
  };
  const keepSvg = ({ svg, fileName }: MadeQrCode): void =>
    keepFile(new Blob([svg], { type: 'image/svg+xml' }), `${fileName}.svg`);
  return (
    <Modal
      open
      onClose={onClose}
      title={words.title(name)}
      primaryAction={{ content: words.png, disabled: !code, onAction: () => code && void keepPng(code) }}
      secondaryActions={[{ content: words.svg, disabled: !code, onAction: () => code && keepSvg(code) }]}
    >
      <Modal.Section>
        <BlockStack gap="300" inlineAlign="center">
          {hasFailed && <Banner tone="critical">{words.notLoaded}</Banner>}
          <div className="qr-code">
            {code ? (
              <img src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`} alt={words.alt(address)} />
            ) : (
              <SkeletonDisplayText />
            )}
          </div>
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
