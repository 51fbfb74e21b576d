import { type InstallationParts, InstallationService } from './installation/installation.service.ts';
import type { Config } from './platform/config.ts';
import { isLoopbackName } from './platform/http/own-machine.ts';

/** What the room `installation` is made from. */
export interface InstallationRoomParts {
  readonly config: Pick<Config, 'shopify' | 'publicUrl'>;
  readonly campaigns: InstallationParts['campaigns'];
  /** Every release of the widget, with its hash. */
  readonly releases: readonly { readonly version: string; readonly integrity: string }[];
}

/**
 * Builds the room `installation`. In standalone mode the one page inside our walls that may be tested is our own: the demo page, on the
 * loopback address where the server is.
 */
export function createInstallation({ config, campaigns, releases }: InstallationRoomParts): InstallationService {
  const { publicUrl, shopify } = config;
  const { origin, hostname } = new URL(publicUrl);
  return new InstallationService({
    campaigns,
    widget: { publicUrl, releases: new Map(releases.map(({ version, integrity }) => [version, integrity])) },
    rules: { ownOrigin: shopify === null && isLoopbackName(hostname) ? origin : null },
  });
}
