import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteStateV1 } from './note-state.v1.js';
import { NoteUnheardV1 } from './note-unheard.v1.js';
import { NoteWrittenV1 } from './note-written.v1.js';

const LINE = { line: 'x' };
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

export function describeOrder(bench: () => ContractBench): void {
  describe('order', () => {
    it('keeps the order of a key while groups of keys run in parallel', async () => {
      let running = 0;
      let most = 0;
      const consumer = await bench().consumer(
        async ({ subject, sequence }) => {
          most = Math.max(most, (running += 1));
          await pause((sequence * 7 + subject.charCodeAt(1)) % 5);
          running -= 1;
        },
        { inbox: { leastKeys: 1 } },
      );
      await bench().warmUp(consumer);
      const keys = ['ka', 'kb', 'kc', 'kd', 'ke'];
      await bench().send(...upTo(20).flatMap((n) => keys.map((key) => bench().message(NoteWrittenV1, key, n, LINE))));

      for (const key of keys) {
        await eventually(async () => (await consumer.effects(key)).length === 20);
        expect(await consumer.effects(key)).toEqual(upTo(20));
      }
      expect(most).toBeGreaterThan(1);
    });

    it('ignores an event that comes again', async () => {
      const consumer = await bench().consumer();
      await bench().send(...[1, 2, 1, 2, 2, 3, 1].map((n) => bench().message(NoteWrittenV1, 'n1', n, LINE)));
      await eventually(async () => (await consumer.effects('n1')).includes(3));
      expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
    });

    it('ignores an event that comes again after the log was trimmed', async () => {
      const consumer = await bench().consumer();
      const sent = [1, 2].map((n) => bench().message(NoteWrittenV1, 'n1', n, LINE));
      await bench().send(...sent);
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      await bench().trim();
      await bench().send(...sent, bench().message(NoteWrittenV1, 'n1', 3, LINE));
      await eventually(async () => (await consumer.effects('n1')).includes(3));
      expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
    });

    it('parks a key on a gap, and goes on in order at once when the gap is filled', async () => {
      const consumer = await bench().consumer(undefined, { inbox: { sweepMs: 3_600_000 } });
      await bench().send(...[1, 3, 4].map((n) => bench().message(NoteWrittenV1, 'n1', n, LINE)));
      expect(await consumer.heldUp('gap', 2)).toMatchObject({ key: 'n1', missing: 2, sequence: 3, attemptsStarted: 0 });
      expect(await consumer.effects('n1')).toEqual([1]);

      await bench().send(bench().message(NoteWrittenV1, 'n1', 2, LINE), bench().message(NoteWrittenV1, 'n1', 5, LINE));
      await eventually(async () => (await consumer.effects('n1')).includes(5));
      expect(await consumer.effects('n1')).toEqual([1, 2, 3, 4, 5]);
      expect(await consumer.gauges.heldUpKeys()).toEqual({ parked: 0, waiting: 0, retrying: 0, gap: 0 });
    });

    it('neither steps over a hole nor leaves followers behind when nobody reacts to an event', async () => {
      const consumer = await bench().consumer(undefined, { inbox: { sweepMs: 3_600_000 } });
      await bench().send(bench().message(NoteWrittenV1, 'n1', 1, LINE));
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      await bench().send(bench().message(NoteUnheardV1, 'n1', 3, {}), bench().message(NoteWrittenV1, 'n1', 5, LINE));
      expect(await consumer.heldUp('gap', 2)).toMatchObject({ missing: 2, sequence: 3 });
      await bench().send(bench().message(NoteWrittenV1, 'n1', 2, LINE), bench().message(NoteUnheardV1, 'n1', 4, {}));
      await eventually(async () => (await consumer.effects('n1')).includes(5));
      expect(await consumer.effects('n1')).toEqual([1, 2, 5]);
    });

    it('starts a key without history from a snapshot, and only from a snapshot', async () => {
      const consumer = await bench().consumer();
      await bench().send(bench().message(NoteWrittenV1, 'n1', 4, LINE));
      await consumer.heldUp('gap');

      await bench().send(
        bench().message(NoteStateV1, 'n1', 5, LINE),
        bench().message(NoteWrittenV1, 'n1', 6, LINE),
        // Jumps forward over 7 and 8, which are old then.
        bench().message(NoteStateV1, 'n1', 9, LINE),
        bench().message(NoteWrittenV1, 'n1', 7, LINE),
        bench().message(NoteWrittenV1, 'n1', 10, LINE),
      );
      await eventually(async () => (await consumer.effects('n1')).includes(10));
      expect(await consumer.effects('n1')).toEqual([5, 6, 9, 10]);
      expect(await consumer.gauges.heldUpKeys()).toMatchObject({ gap: 0 });
    });
  });
}
