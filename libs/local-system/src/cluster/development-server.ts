import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type { NationalPortal } from '@motcua/portal-simulator';
import { type Handler, StoryClock } from '@motcua/platform';
import type { DataFolder } from '../data-folder/open-data-folder.js';
import { AUDIENCE, mountedAt, openIssuer, type Secrets, storyClockHandler } from '@motcua/development-issuer';
import { simulateNationalPortal } from '../national-portal/simulate-national-portal.js';
import { simulatePaymentPlatform } from '../payment-platform/simulate-payment-platform.js';
import { simulateReceiptProvider } from '../receipt-provider/simulate-receipt-provider.js';
import { simulatePostalService } from '../postal-service/simulate-postal-service.js';
import { simulatePopulationDatabase } from '../population-database/simulate-population-database.js';

export interface DevelopmentServer {
  readonly origin: string;
  /** First segments of the paths that it answers. */
  readonly prefixes: readonly string[];
  readonly platform: PaymentPlatform;
  readonly portal: NationalPortal;
  readonly population: { readonly url: string };
  readonly receiptProvider: { readonly url: string };
  readonly post: { readonly url: string };
  stop(): Promise<void>;
}

/** The development issuer, the story clock, and the simulated payment platform, national portal and postal service, behind the system's address `url`. */
export async function startDevelopmentServer(
  url: string,
  folder: DataFolder,
  secrets: Secrets,
): Promise<DevelopmentServer> {
  const issuer = await openIssuer({ issuer: `${url}/issuer`, audience: AUDIENCE, folder: folder.path, secrets });
  const mounted = new Map<string, Handler>([
    ['issuer', mountedAt('issuer', issuer)],
    // Each service looks at the clock by itself.
    ['development', storyClockHandler(new StoryClock(folder.storyClock), () => undefined)],
  ]);
  const portal = simulateNationalPortal({ url, secrets, file: folder.nationalPortal, mounted });
  const platform = simulatePaymentPlatform({ url, secrets, file: folder.paymentPlatform, mounted });
  const receiptProvider = simulateReceiptProvider({ url, secrets, file: folder.receiptProvider, mounted });
  const population = simulatePopulationDatabase({ url, mounted });
  const post = simulatePostalService({ url, secrets, file: folder.postalService, mounted });
  const server = createServer((request, response) => {
    const [, first = ''] = /^\/([^/?]*)/.exec(request.url ?? '') ?? [];
    const handler = mounted.get(first);
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prefixes: [...mounted.keys()],
    platform,
    portal,
    population,
    receiptProvider,
    post,
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}
