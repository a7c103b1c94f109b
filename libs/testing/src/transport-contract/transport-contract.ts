import { ContractBench } from './contract-bench.js';
import { describeDelivery } from './describe-delivery.js';
import { describeFailures } from './describe-failures.js';
import { describeOperatorDecisions } from './describe-operator-decisions.js';
import { describeOrder } from './describe-order.js';
import { describeProcessDeaths } from './describe-process-deaths.js';
import { describeRelay } from './describe-relay.js';
import { describeReplay } from './describe-replay.js';
import { describeBatches } from './describe-batches.js';
import type { TransportHarness } from './transport-harness.js';

/** Every transport keeps these promises (ADR 0003): the sentences are run against each of them. */
export function describeTransport(name: string, makeHarness: () => Promise<TransportHarness>): void {
  describe(`${name} transport`, () => {
    let bench: ContractBench;
    const current = (): ContractBench => bench;

    beforeAll(async () => {
      bench = await ContractBench.prepare(makeHarness);
    }, 60_000);
    afterEach(() => bench.clear());
    afterAll(() => bench.stop());

    describeDelivery(current);
    describeOrder(current);
    describeFailures(current);
    describeBatches(current);
    describeProcessDeaths(current);
    describeOperatorDecisions(current);
    describeRelay(current);
    describeReplay(current);
  });
}
