// The one file that names Polaris' icons for pages; what stands in this room itself imports them as it imports Polaris.
export {
  AlertCircleIcon,
  AlertTriangleIcon,
  CheckCircleIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  MinusCircleIcon,
  XIcon,
  XSmallIcon,
} from '@shopify/polaris-icons';
