import {
  savePaymentsIn,
  savedPayments,
  PaymentPlatform,
  paymentPlatformHandler,
} from '@motcua/payment-platform-simulator';
import type { Handler } from '@motcua/platform';
import { mountedAt, type Secrets } from '@motcua/development-issuer';
import { PAYMENT_PARTNER, PAYMENT_SECRET } from '../service-environment.js';

const PREFIX = 'payment-platform';

interface Simulation {
  readonly url: string;
  readonly secrets: Secrets;
  /** Where it keeps its payments, as the real one would its own. */
  readonly file: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated national payment platform at the system's own address, where no real one was given; `url` says where. */
export function simulatePaymentPlatform({ url, secrets, file, mounted }: Simulation): PaymentPlatform {
  const platform = new PaymentPlatform({
    partner: PAYMENT_PARTNER,
    secret: secrets.of(PAYMENT_SECRET),
    callbackUrl: `${url}/payment/v1/gateways/national-platform/confirmations`,
    known: savedPayments(file),
    onChange: savePaymentsIn(file),
  });
  platform.url = `${url}/${PREFIX}`;
  mounted.set(PREFIX, mountedAt(PREFIX, paymentPlatformHandler(platform)));
  return platform;
}
