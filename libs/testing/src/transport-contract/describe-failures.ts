import { NotYetKnown } from '@motcua/platform';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteUnheardV1 } from './note-unheard.v1.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import { WordKnownV1 } from './word-known.v1.js';

const LINE = { line: 'x' };

export function describeFailures(bench: () => ContractBench): void {
  const notes = (key: string, ...sequences: number[]) =>
    sequences.map((n) => bench().message(NoteWrittenV1, key, n, LINE));

  describe('failures', () => {
    it('parks an event whose handler throws a TypeError after the limit of attempts, and goes on with the other keys', async () => {
      const consumer = await bench().consumer(({ subject }) => {
        if (subject === 'bad') throw new TypeError('x is not a function');
      });
      await bench().send(...notes('bad', 1), ...notes('good', 1), ...notes('bad', 2), ...notes('good', 2));
      expect(await consumer.heldUp('parked', 2)).toMatchObject({
        key: 'bad',
        sequence: 1,
        reason: 'TypeError: x is not a function',
        attemptsStarted: 3,
        attemptsFinished: 3,
      });
      expect(consumer.script.calls.filter((call) => call === 'bad/1')).toHaveLength(3);
      expect(await consumer.effects('bad')).toEqual([]);
      await bench().send(...notes('good', 3), ...notes('fresh', 1));
      await eventually(
        async () => (await consumer.effects('good')).length === 3 && (await consumer.effects('fresh')).length === 1,
      );
    });

    it('leaves nothing of a failed attempt behind, and applies the event when a later one succeeds', async () => {
      let attempts = 0;
      const consumer = await bench().consumer(async (event, { tx }, publish) => {
        attempts += 1;
        await tx.query(`INSERT INTO effect (key, sequence, line) VALUES ('trace of an attempt', $1, '')`, [attempts]);
        await publish({ contract: NoteWrittenV1, key: event.subject, data: LINE, time: event.time });
        if (attempts < 3) throw new Error('not this time');
      });
      await bench().send(...notes('n1', 1, 2));
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(await consumer.effects('n1')).toEqual([1, 2]);
      expect(await consumer.effects('trace of an attempt')).toEqual([3, 4]);
      expect(await consumer.home.sql('SELECT sequence FROM outbox ORDER BY id')).toEqual([
        { sequence: 1 },
        { sequence: 2 },
      ]);
      expect(await consumer.home.sql('SELECT * FROM inbox_attempt')).toEqual([]);
    });

    it('does not hold up other keys while it waits between attempts', async () => {
      const consumer = await bench().consumer(
        ({ subject }) => {
          if (subject === 'bad') throw new Error('no');
        },
        { inbox: { retryDelaysMs: [3_600_000] } },
      );
      await bench().send(...notes('bad', 1), ...notes('good', 1));
      await consumer.heldUp('retrying');
      await bench().send(...notes('good', 2));
      await eventually(async () => (await consumer.effects('good')).length === 2);
    });

    it('parks data that breaks its contract, naming the field but not its value', async () => {
      const consumer = await bench().consumer();
      await bench().send(bench().message(NoteWrittenV1, 'n1', 1, { line: 42 } as never));
      expect((await consumer.heldUp('parked')).reason).toBe(
        `InvalidEventData: data of ${NoteWrittenV1.type}: /line isString`,
      );
      expect(consumer.script.calls).toEqual([]);
    });

    it('does not take an event for applied whose handler swallowed an error of the database', async () => {
      const consumer = await bench().consumer(async (_, { tx }) => {
        await tx.query('SELECT 1 / 0').catch(() => undefined);
      });
      await bench().send(...notes('n1', 1));
      await consumer.heldUp('parked');
      expect(await consumer.effects('n1')).toEqual([]);
    });

    it('does not take an event for applied when what its handler published cannot be recorded', async () => {
      const consumer = await bench().consumer((event, _, publish) =>
        publish({ contract: NoteUnheardV1, key: event.subject, data: {}, time: event.time }),
      );
      await consumer.home.sql('ALTER TABLE outbox ADD CONSTRAINT nothing_more CHECK (false) NOT VALID');
      try {
        await bench().send(...notes('n1', 1));
        await consumer.heldUp('parked');
      } finally {
        await consumer.home.sql('ALTER TABLE outbox DROP CONSTRAINT nothing_more');
      }
      expect(await consumer.effects('n1')).toEqual([]);
    });

    it('parks an event whose handler never ends, and lets the topic go on', async () => {
      const zombie = bench().gate();
      let afterwards: Promise<unknown> | undefined;
      const consumer = await bench().consumer(
        async ({ subject }, { tx }) => {
          if (subject !== 'hanging') return;
          await zombie.opened;
          await (afterwards = tx.query(`INSERT INTO effect (key, sequence, line) VALUES ('zombie', 1, '')`));
        },
        // Long enough for whoever does not hang, on a machine that is busy too.
        { inbox: { attemptLimit: 1, handlerLimitMs: 1_500 } },
      );
      await bench().send(...notes('hanging', 1), ...notes('n1', 1));
      await consumer.heldUp('parked');
      await bench().send(...notes('n1', 2));
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      // What the handler does when it wakes up after all is refused: its connection serves others now.
      zombie.open();
      await eventually(() => Promise.resolve(afterwards !== undefined));
      await expect(afterwards).rejects.toThrow('the transaction of this event is over');
      expect(await consumer.effects('zombie')).toEqual([]);
    });

    it('spends no attempts on transient faults, and skips nothing', async () => {
      let faults = 0;
      const consumer = await bench().consumer(
        () => {
          if ((faults += 1) <= 6) throw Object.assign(new Error('could not serialize access'), { code: '40001' });
        },
        { inbox: { attemptLimit: 1 } },
      );
      await bench().send(...notes('n1', 1, 2));
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(faults).toBe(8);
      expect(await consumer.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });

    it('loses nothing while the database is away, and spends no attempts', async () => {
      const consumer = await bench().consumer(undefined, { inbox: { attemptLimit: 1 } });
      await bench().send(...notes('n1', 1));
      await eventually(async () => (await consumer.effects('n1')).length === 1);

      await consumer.database.sever();
      await bench().send(...notes('n1', 2, 3), ...notes('n2', 1));
      consumer.database.restore();

      await eventually(
        async () => (await consumer.effects('n1')).length === 3 && (await consumer.effects('n2')).length === 1,
      );
      expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
      expect(await consumer.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });

    it('rolls back and repeats an event during which the database goes away', async () => {
      const entered = bench().gate();
      const severed = bench().gate();
      const consumer = await bench().consumer(
        async (_, { tx }) => {
          await tx.query(`INSERT INTO effect (key, sequence, line) VALUES ('first part', 1, '')`);
          entered.open();
          await severed.opened;
        },
        { inbox: { attemptLimit: 1 } },
      );
      await bench().send(...notes('n1', 1));
      await entered.opened;
      await consumer.database.sever();
      severed.open();
      await eventually(async () => (await consumer.effects('first part')).length === 0);
      consumer.database.restore();
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      expect(await consumer.effects('first part')).toEqual([1]);
      expect(await consumer.home.sql('SELECT * FROM inbox_parked')).toEqual([]);
    });

    it('lets an event wait for what it refers to, and goes on when that has come', async () => {
      const known = new Set<string>();
      const consumer = await bench().consumer(
        ({ subject, type }) => {
          if (type === WordKnownV1.type) known.add(subject);
          else if (subject === 'needy' && !known.has('w1')) throw new NotYetKnown('word w1');
        },
        { inbox: { attemptLimit: 1, waitingDelayMs: 3_600_000 } },
      );
      await bench().send(...notes('needy', 1, 2), ...notes('other', 1));
      await eventually(async () => (await consumer.effects('other')).length === 1);
      expect(await consumer.heldUp('waiting', 2)).toMatchObject({
        key: 'needy',
        sequence: 1,
        waitsFor: 'word w1',
        attemptsStarted: 0,
      });

      await bench().send(bench().message(WordKnownV1, 'w1', 1, LINE));
      await eventually(async () => (await consumer.effects('needy')).length === 2);
      expect(await consumer.effects('needy')).toEqual([1, 2]);
    });

    it('asks again by itself for what an event waits for, and spends no attempts', async () => {
      let asked = 0;
      const consumer = await bench().consumer(
        () => {
          if ((asked += 1) <= 5) throw new NotYetKnown('word w1');
        },
        { inbox: { attemptLimit: 1, waitingDelayMs: 5 } },
      );
      await bench().send(...notes('n1', 1));
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      expect(asked).toBe(6);
    });
  });
}
