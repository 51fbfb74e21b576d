import { ImageIcon } from '@shopify/polaris-icons';
import { Thumbnail } from './polaris.ts';

interface PictureProps {
  url?: string | null;
  /** Left empty where the title stands beside it, so that nothing is read twice. */
  alt?: string;
  size?: 'extraSmall' | 'small';
}

/** A small picture, or a calm placeholder where there is none. */
export function Picture({ url, alt = '', size = 'small' }: PictureProps) {
  return <Thumbnail source={url ?? ImageIcon} alt={alt} size={size} />;
}
