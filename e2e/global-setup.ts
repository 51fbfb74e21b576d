import packedChromium from '@sparticuz/chromium';
import { startProduct } from './product.ts';

/**
 * Once before all journeys: unpacks the browser and builds the product, both of which processes that start at the same
 * moment would do over each other.
 */
export default async function prepare(): Promise<void> {
  if (process.platform === 'linux') await packedChromium.executablePath();
  const product = await startProduct();
  await product.stop();
}
