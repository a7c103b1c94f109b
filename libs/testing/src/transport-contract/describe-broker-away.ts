import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../system/eventually.js';
import { ContractBench } from './contract-bench.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TransportHarness } from './transport-harness.js';

/** A transport whose brokers can be put out of reach. */
export interface AwayHarness extends TransportHarness {
  cut(): void;
  restore(): void;
}

const AWAY_SECONDS = 60;
const KEYS = ['n1', 'n2', 'n3', 'n4', 'n5'];

/** What promise 4 means for the transport, in real time: it takes more than a minute. */
export function describeBrokerAway(name: string, makeHarness: () => Promise<AwayHarness>): void {
  describe(`${name}, whose brokers are away for a minute`, () => {
    let bench: ContractBench;
    let harness: AwayHarness;

    beforeAll(async () => {
      harness = await makeHarness();
      bench = await ContractBench.prepare(() => Promise.resolve(harness));
    }, 60_000);
    afterAll(async () => {
      harness.restore();
      await bench.clear();
      await bench.stop();
    });

    it('stops nobody: transactions commit meanwhile, and afterwards all is applied once and in order', async () => {
      const producer = await bench.producer();
      producer.startRelay();
      const reader = await bench.consumer();
      const writeAll = async (line: string) => {
        for (const key of KEYS) await producer.write(key, NoteWrittenV1, { line });
      };
      await writeAll('before');
      await eventually(async () => (await reader.effects('n5')).length === 1);

      harness.cut();
      const until = performance.now() + AWAY_SECONDS * 1_000;
      let rounds = 1;
      let slowest = 0;
      while (performance.now() < until) {
        const began = performance.now();
        await writeAll('meanwhile');
        slowest = Math.max(slowest, performance.now() - began);
        rounds += 1;
        await pause(1_000);
      }
      // Nobody waited for the broker: five commits, on a machine that may be busy.
      expect(slowest).toBeLessThan(5_000);
      expect(await producer.unpublished()).toBe((rounds - 1) * KEYS.length);
      // Somebody opens a counter now.
      const late = await bench.consumer(undefined, { service: 'archive' });
      harness.restore();

      for (const consumer of [reader, late])
        for (const key of KEYS) {
          await eventually(async () => (await consumer.effects(key)).length === rounds, 60);
          expect(await consumer.effects(key)).toEqual(Array.from({ length: rounds }, (_, n) => n + 1));
        }
      await eventually(async () => (await producer.unpublished()) === 0);
      expect(await reader.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    }, 240_000);
  });
}
