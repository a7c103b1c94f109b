import type { Faults, PaymentPlatform, SentCallback } from '@motcua/payment-platform-simulator';
import type { Dice } from '@motcua/scenario';

/** How the platform behaves for a while; mostly well. */
const CONDUCTS: readonly Faults[] = [
  {},
  {},
  {},
  { times: 3 },
  { times: 3, concurrently: true },
  { delayMs: 1_500 },
  { lose: true },
  { badHash: true },
  { chargeTwice: true },
  { beforeInitAnswer: true },
  { fail: '24' },
  { requests: 'down' },
  { requests: 'garbled' },
];

const A_WHILE_MS = 4_000;

/** Lets the platform behave as the dice say, until told to stop; then it behaves. */
export function injectPaymentFaults(platform: PaymentPlatform, dice: Dice): () => void {
  const timer = setInterval(() => platform.misbehave(dice.pick(CONDUCTS)), A_WHILE_MS);
  return () => {
    clearInterval(timer);
    platform.misbehave({});
  };
}

/** A callback that nobody answered: the platform sends it again. One that was refused was answered. */
export function unanswered({ callbacks }: PaymentPlatform): SentCallback[] {
  const heard = new Set(callbacks.filter(({ status }) => status > 0 && status < 500).map(({ sent }) => identity(sent)));
  const open = callbacks.filter(({ sent }) => !heard.has(identity(sent)));
  return [...new Map(open.map((one) => [identity(one.sent), one])).values()];
}

const identity = (sent: SentCallback['sent']): string => JSON.stringify(sent);
