import { Dice } from '@motcua/scenario';

/** What is done to the system. Each ends by itself; a process that was killed is started again, as a supervisor would. */
export const FAULT_KINDS = [
  'killService',
  'freezeService',
  'terminateConnections',
  'cutDatabase',
  'slowDatabase',
  'holdDatabase',
  'loseDatabaseAnswer',
  'cutBroker',
  'slowBroker',
  'holdBroker',
  'loseBrokerAnswer',
  'killBroker',
  'freezeBroker',
  'killPortal',
  'freezePortal',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface PlannedFault {
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  readonly kind: FaultKind;
  /** The process that it happens to; the broker and the national portal are their own. */
  readonly process: string;
  /** How long it lasts. */
  readonly forMs: number;
  /** By how much each chunk is delayed where a connection is slowed. */
  readonly delayMs: number;
}

/** Longer than a lease of the relay and than a consumer's session, now and then: that is where others go on in its place. */
const LASTS: Readonly<Record<FaultKind, readonly [number, number]>> = {
  killService: [0, 4_000],
  freezeService: [500, 16_000],
  terminateConnections: [0, 0],
  cutDatabase: [200, 8_000],
  slowDatabase: [2_000, 10_000],
  holdDatabase: [500, 6_000],
  loseDatabaseAnswer: [3_000, 3_000],
  cutBroker: [200, 15_000],
  slowBroker: [2_000, 10_000],
  holdBroker: [500, 12_000],
  loseBrokerAnswer: [3_000, 3_000],
  killBroker: [0, 5_000],
  freezeBroker: [500, 8_000],
  killPortal: [0, 6_000],
  freezePortal: [500, 8_000],
};

/** A run that is shorter has its faults closer together, so that each kind comes. */
const SHORT_MS = 120_000;

interface FaultPlanOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly processes: readonly string[];
  /** From the beginning of one fault to that of the next; they may overlap. */
  readonly gapMs?: readonly [number, number];
}

/** Every kind comes once before any comes again, in an order, at moments and to processes that the seed decides. */
export function planFaults({
  seed,
  durationMs,
  processes,
  gapMs: [least, most] = durationMs < SHORT_MS ? [500, 5_000] : [1_000, 9_000],
}: FaultPlanOptions): PlannedFault[] {
  const dice = new Dice(seed).forNumber(0);
  const plan: PlannedFault[] = [];
  let deck: FaultKind[] = [];
  for (let atMs = dice.between(least, most); atMs < durationMs; atMs += dice.between(least, most)) {
    if (deck.length === 0) deck = dice.shuffle(FAULT_KINDS);
    const kind = deck.pop()!;
    const [shortest, longest] = LASTS[kind];
    plan.push({
      atMs,
      kind,
      process: dice.pick(processes),
      forMs: dice.between(shortest, longest),
      delayMs: dice.between(20, 300),
    });
  }
  return plan;
}
