import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TestConsumer } from './test-consumer.js';

const LINE = { line: 'x' };

export function describeProcessDeaths(bench: () => ContractBench): void {
  const notes = (key: string, ...sequences: number[]) =>
    sequences.map((n) => bench().message(NoteWrittenV1, key, n, LINE));

  describe('stops and deaths of the process', () => {
    it('applies once what was applied before a crash but not yet remembered by the transport', async () => {
      // Each key in a group of its own.
      const first = await bench().consumer(({ subject }) => (subject === 'slow' ? bench().hang() : undefined), {
        inbox: { leastKeys: 1 },
      });
      await bench().warmUp(first);
      await bench().send(...notes('n1', 1, 2), ...notes('slow', 1));
      // The batch is not done as long as one of its events is not, so its position was not committed.
      await eventually(async () => (await first.effects('n1')).length === 2 && first.script.calls.includes('slow/1'));
      await first.crash();

      const second = await bench().consumer();
      await bench().send(...notes('n1', 3));
      await eventually(
        async () => (await second.effects('slow')).length === 1 && (await second.effects('n1')).includes(3),
      );
      expect(await second.effects('n1')).toEqual([1, 2, 3]);
      expect(await second.effects('slow')).toEqual([1]);
      expect(second.script.calls.sort()).toEqual(['n1/3', 'slow/1']);
    });

    it('goes on after a restart where it was', async () => {
      const first = await bench().consumer();
      await bench().send(...notes('n1', 1, 2));
      await eventually(async () => (await first.effects('n1')).length === 2);
      await first.stop();
      await bench().send(...notes('n1', 3, 4));

      const second = await bench().consumer();
      await eventually(async () => (await second.effects('n1')).length === 4);
      expect(await second.effects('n1')).toEqual([1, 2, 3, 4]);
      expect(second.script.calls).toEqual(['n1/3', 'n1/4']);
    });

    it('ends the event in work before it stops, and leaves the rest to the next start', async () => {
      const entered = bench().gate();
      const consumer: TestConsumer = await bench().consumer(async ({ sequence }) => {
        if (sequence !== 3) return;
        entered.open();
        await consumer.stopping.opened;
      });
      await bench().send(...notes('n1', ...Array.from({ length: 50 }, (_, index) => index + 1)));
      await entered.opened;
      await consumer.stop();
      expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
      expect(consumer.script.calls).toEqual(['n1/1', 'n1/2', 'n1/3']);

      const next = await bench().consumer();
      await eventually(async () => (await next.effects('n1')).length === 50);
      expect(await next.effects('n1')).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    it('parks an event that kills the process, after the limit, and blames no other', async () => {
      await bench().send(
        ...notes('innocent', 1),
        ...notes('deadly', 1),
        ...notes('innocent', 2),
        ...notes('deadly', 2),
        ...notes('bystander', 1),
      );
      let deaths = 0;
      for (; deaths < 3; deaths += 1) {
        const victim = await bench().consumer(({ subject }) => (subject !== 'innocent' ? bench().hang() : undefined));
        await eventually(async () => victim.script.calls.includes('deadly/1'));
        await victim.crash();
      }
      const survivor = await bench().consumer();
      expect(await survivor.heldUp('parked', 2)).toMatchObject({
        key: 'deadly',
        sequence: 1,
        reason: 'the process ended in the middle of 3 of 3 attempts',
      });
      expect(survivor.script.calls).not.toContain('deadly/1');
      expect(await survivor.effects('innocent')).toEqual([1, 2]);
      // Its attempts would have hung as well, but none was in flight when the process died.
      await eventually(async () => (await survivor.effects('bystander')).length === 1);
      expect(await survivor.home.sql(`SELECT * FROM inbox_attempt WHERE key = 'innocent'`)).toEqual([]);
    });

    it('parks an event that kills the process when it is tried again, after the limit', async () => {
      const first = await bench().consumer(
        () => {
          throw new Error('fails, the first time');
        },
        { inbox: { retryDelaysMs: [3_600_000] } },
      );
      await bench().send(...notes('n1', 1));
      await first.heldUp('retrying');
      await first.stop();
      await first.home.sql('UPDATE inbox_parked SET next_attempt_at = now()');

      for (let deaths = 0; deaths < 2; deaths += 1) {
        const victim = await bench().consumer(() => bench().hang());
        await eventually(async () => victim.script.calls.length === 1);
        await victim.crash();
      }
      const survivor = await bench().consumer();
      expect((await survivor.heldUp('parked')).reason).toBe('the process ended in the middle of 2 of 3 attempts');
      expect(survivor.script.calls).toEqual([]);
    });

    it('tries at once what a dead process had in work, when no other process can have it', async () => {
      const first = await bench().consumer(({ sequence }) => (sequence === 1 ? undefined : bench().hang()), {
        inbox: { attemptLeaseMs: 3_600_000 },
      });
      await bench().send(...notes('n1', 2));
      await first.heldUp('gap');
      await bench().send(...notes('n1', 1));
      await eventually(async () => first.script.calls.includes('n1/2'));
      await first.crash();

      const second = await bench().consumer(undefined, { inbox: { alone: true } });
      await eventually(async () => (await second.effects('n1')).length === 2);
    });
  });
}
