import {
  ReceiptProvider,
  receiptProviderHandler,
  savedReceipts,
  saveReceiptsIn,
} from '@motcua/payment-platform-simulator';
import { mountedAt, type Secrets } from '@motcua/development-issuer';
import type { Handler } from '@motcua/platform';
import { RECEIPT_PROVIDER_TOKEN } from '../service-environment.js';

const PREFIX = 'receipt-provider';

interface Simulation {
  readonly url: string;
  readonly secrets: Secrets;
  /** Where it keeps its receipts, as a real one would its own. */
  readonly file: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated provider of electronic receipts at the system's own address, where no real one was given. */
export function simulateReceiptProvider({ url, secrets, file, mounted }: Simulation): { readonly url: string } {
  const token = secrets.of(RECEIPT_PROVIDER_TOKEN);
  const provider = new ReceiptProvider({ token, known: savedReceipts(file), onChange: saveReceiptsIn(file) });
  mounted.set(PREFIX, mountedAt(PREFIX, receiptProviderHandler(provider)));
  return { url: `${url}/${PREFIX}` };
}
