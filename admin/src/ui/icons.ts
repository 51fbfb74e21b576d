// The one file that names Polaris' icons for pages; what stands in this room itself imports them as it imports Polaris.
export { XIcon } from '@shopify/polaris-icons';
