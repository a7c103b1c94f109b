import { seeded } from '@motcua/scenario';
import type { KillPoint } from './crash-carrier.fixture.js';

/** Before the request is read, while it is worked on, or after its answer, when events are on their way. */
const DELAYS = [0, 2, 5, 10, 20, 40, 80, 150];

/** Different requests, each with a moment of its own, in order. */
export function killPoints({ seed, requests, count }: { seed: number; requests: number; count: number }): KillPoint[] {
  const next = seeded(seed);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(1 + Math.floor(next() * requests));
  return [...chosen]
    .sort((a, b) => a - b)
    .map((request) => ({ request, afterMs: DELAYS[Math.floor(next() * DELAYS.length)] ?? 0 }));
}

/** The kill points of one run of several that kill at every request between them, each at a moment of its own. */
export function everyKillPoint({ requests, runs, run }: { requests: number; runs: number; run: number }): KillPoint[] {
  const next = seeded(run);
  const count = Math.floor((requests - 1 - run) / runs) + 1;
  return Array.from({ length: count }, (_, index) => ({
    request: 1 + run + index * runs,
    afterMs: DELAYS[Math.floor(next() * DELAYS.length)] ?? 0,
  }));
}
