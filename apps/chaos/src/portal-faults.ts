import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '@motcua/portal-simulator';
import type { Dice } from '@motcua/scenario';

/** How the portal behaves for a while; now and then well. */
const CONDUCTS: readonly Faults[] = [
  {},
  {},
  { closedAfter: 0.5 },
  { closedBefore: 0.3, errorBefore: 0.3 },
  { errorAfter: 0.4, htmlAfter: 0.3 },
  { sessionLost: 0.4 },
  { numbers: true, duplicates: true },
  { slow: 0.5, slowMs: 4_000 },
  { away: true },
];

const A_WHILE_MS = 4_000;
const ATTEMPT_MS = 2_000;

/** Says how to behave; false where it cannot be told. */
const misbehave = (url: string, faults: Faults): Promise<boolean> =>
  fetch(`${url}/control/faults`, {
    method: 'POST',
    body: JSON.stringify(faults),
    signal: AbortSignal.timeout(ATTEMPT_MS),
  }).then(
    async (answer) => (await answer.arrayBuffer(), answer.ok),
    () => false,
  );

/** Lets the portal behave as the dice say, until told to stop; then it behaves, as it does after each death. */
export function injectPortalFaults(url: string, dice: Dice): () => Promise<void> {
  const timer = setInterval(() => void misbehave(url, dice.pick(CONDUCTS)), A_WHILE_MS);
  return async () => {
    clearInterval(timer);
    while (!(await misbehave(url, {}))) await pause(200);
  };
}
