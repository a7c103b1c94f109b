import { fromWire } from '@motcua/platform';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteUnheardV1 } from './note-unheard.v1.js';
import type { NoteScript } from './note-script.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TestConsumer } from './test-consumer.js';

const LINE = { line: 'x' };
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
// One lane: all that is delivered at once is one group.
const ONE_GROUP = { parallelGroups: 1, groupMs: 60_000, sweepMs: 3_600_000 };

export function describeBatches(bench: () => ContractBench): void {
  const notes = (key: string, ...sequences: number[]) =>
    sequences.map((n) => bench().message(NoteWrittenV1, key, n, LINE));

  /** A consumer to which messages are delivered in one batch, after those whose attempts are recorded. */
  const deliver = async (
    messages: ReturnType<typeof notes>,
    act: NoteScript['act'] = () => undefined,
    inbox: object = ONE_GROUP,
  ): Promise<TestConsumer> => {
    const hold = bench().gate();
    const consumer = await bench().consumer(
      (event, context, publish) => (event.subject === 'hold' ? hold.opened : act(event, context, publish)),
      { inbox },
    );
    await bench().sendAtOnce(consumer, hold, ...messages);
    return consumer;
  };

  describe('events of a batch together', () => {
    it('are applied in few round trips beside those of their handlers', async () => {
      const keys = upTo(200).map((n) => `k${n}`);
      const hold = bench().gate();
      // However slow the machine is.
      const inbox = { groupMs: 60_000, sweepMs: 3_600_000 };
      const consumer = await bench().consumer(({ subject }) => (subject === 'hold' ? hold.opened : undefined), {
        inbox,
      });
      await bench().warmUp(consumer);
      const before = consumer.database.statements;
      await bench().sendAtOnce(consumer, hold, ...keys.flatMap((key) => notes(key, 1)));
      const done = () => consumer.home.sql<{ n: number }>(`SELECT count(*)::int AS n FROM effect WHERE key LIKE 'k%'`);
      await eventually(async () => (await done())[0]?.n === 200);
      // A handler of this suite sends one statement. One transaction for each event would add four.
      const beside = consumer.database.statements - before - 200;
      expect(beside).toBeGreaterThan(0);
      expect(beside).toBeLessThan(100);
    });

    it('leave the key behind whose event fails, with all its attempts, and nobody else', async () => {
      const consumer = await deliver(
        [...notes('n1', 1), ...notes('n2', 1, 2), ...notes('bad', 1, 2), ...notes('n3', 1, 2)],
        ({ subject }) => {
          if (subject === 'bad') throw new Error('no');
        },
        { ...ONE_GROUP, sweepMs: 50 },
      );
      expect(await consumer.heldUp('parked', 2)).toMatchObject({ key: 'bad', attemptsStarted: 3, attemptsFinished: 3 });
      for (const [key, effects] of [
        ['n1', [1]],
        ['n2', [1, 2]],
        ['n3', [1, 2]],
      ] as const)
        await eventually(async () => (await consumer.effects(key)).join() === effects.join());
      expect(await consumer.home.sql('SELECT key FROM inbox_attempt')).toEqual([{ key: 'bad' }]);
    });

    it('are not blamed for what a neighbour has swallowed', async () => {
      const consumer = await deliver(
        [...notes('swallows', 1), ...notes('n1', 1, 2), ...notes('n2', 1)],
        async ({ subject }, { tx }) => {
          if (subject === 'swallows') await tx.query('SELECT 1 / 0').catch(() => undefined);
        },
        { ...ONE_GROUP, attemptLimit: 1 },
      );
      expect(await consumer.heldUp('parked')).toMatchObject({ key: 'swallows' });
      await eventually(
        async () => (await consumer.effects('n1')).length === 2 && (await consumer.effects('n2')).length === 1,
      );
      expect(await consumer.gauges.heldUpKeys()).toMatchObject({ parked: 1, retrying: 0 });
    });

    it('step over what nobody reacts to, ignore what comes again, and stop each key at its own hole', async () => {
      const consumer = await deliver([
        ...notes('n1', 1, 3),
        ...notes('n2', 1, 1, 2),
        ...notes('n3', 1),
        bench().message(NoteUnheardV1, 'n3', 2, {}),
        ...notes('n3', 3),
      ]);
      expect(await consumer.heldUp('gap')).toMatchObject({ key: 'n1', missing: 2, sequence: 3 });
      await bench().send(...notes('n1', 2), ...notes('n2', 3), ...notes('n3', 4));
      await eventually(
        async () => (await consumer.effects('n1')).length === 3 && (await consumer.effects('n3')).includes(4),
      );
      expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
      expect(await consumer.effects('n2')).toEqual([1, 2, 3]);
      expect(await consumer.effects('n3')).toEqual([1, 3, 4]);
      expect(await consumer.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });

    it('publish what each causes as its own', async () => {
      const sent = upTo(5).flatMap((n) => notes(`n${n}`, 1));
      const consumer = await deliver(sent, async (event, _, publish) => {
        if (event.subject !== 'warm-up')
          await publish({ contract: NoteUnheardV1, key: event.subject, data: {}, time: event.time });
      });
      await eventually(async () => (await consumer.effects('n5')).length === 1);
      const rows = await consumer.home.sql<{ key: string; cause: string }>(
        `SELECT key, headers->>'causationid' AS cause FROM outbox ORDER BY id`,
      );
      expect(rows).toEqual(sent.map(({ key, headers }) => ({ key, cause: headers['ce_id'] })));
    });

    it('are kept as far as they have come when the process stops', async () => {
      const entered = bench().gate();
      const go = bench().gate();
      const consumer = await deliver(
        upTo(20).flatMap((n) => notes(`n${n}`, 1)),
        async ({ subject }) => {
          if (subject !== 'n3') return;
          entered.open();
          await go.opened;
        },
      );
      await entered.opened;
      const stopped = consumer.stop();
      go.open();
      await stopped;
      expect(consumer.script.calls.slice(2)).toEqual(['n1/1', 'n2/1', 'n3/1']);
      const next = await bench().consumer();
      await eventually(async () => (await next.effects('n20')).length === 1);
      expect(next.script.calls).toEqual(upTo(17).map((n) => `n${n + 3}/1`));
    });

    it('are applied once, without a deadlock, when two processes have the same keys in work', async () => {
      const keys = upTo(100).map((n) => `k${n}`);
      const inbox = { ...ONE_GROUP, groupEvents: 100 };
      const [one, other] = [await bench().consumer(undefined, { inbox }), await bench().consumer(undefined, { inbox })];
      const options = { signal: new AbortController().signal, recordAttempts: false };
      const round = (n: number) => keys.flatMap((key) => notes(key, n)).map((message) => fromWire(message));
      await one.processor.process(round(1), options);

      // Somebody holds a key in the middle, so that both have begun to take theirs before either has all.
      const middle = await one.database.pool.connect();
      await middle.query(`BEGIN; SELECT FROM inbox_position WHERE key = 'k50' FOR UPDATE`);
      const both = [one.processor.process(round(2), options), other.processor.process(round(2).toReversed(), options)];
      const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      // A role sees what its own connections wait for, and no others'.
      await eventually(async () => (await one.database.query<{ n: number }>(waiting))[0]?.n === 2);
      const before = one.database.statements + other.database.statements;
      await middle.query('COMMIT');
      middle.release();
      await Promise.all(both);

      for (const key of keys) expect(await one.effects(key)).toEqual([1, 2]);
      expect(one.script.calls.length + other.script.calls.length).toBe(200);
      // Nothing was rolled back and done one by one: the handlers' statements, and a few for each of the two.
      expect(one.database.statements + other.database.statements - before).toBeLessThan(150);
      expect(await one.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });
  });
}
