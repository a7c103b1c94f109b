import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { TestConsumer } from './test-consumer.js';

const LINE = { line: 'x' };

export function describeOperatorDecisions(bench: () => ContractBench): void {
  const notes = (key: string, ...sequences: number[]) =>
    sequences.map((n) => bench().message(NoteWrittenV1, key, n, LINE));
  const historyOf = (consumer: TestConsumer) =>
    consumer.home.sql('SELECT aggregate, actor, action, detail FROM history');

  describe('decisions about parked events', () => {
    it('tries a key again from its first event, in order, and writes down who wanted it', async () => {
      let broken = true;
      const consumer = await bench().consumer(() => {
        if (broken) throw new Error('no');
      });
      await bench().send(...notes('n1', 1, 2));
      const head = await consumer.heldUp('parked', 2);
      broken = false;
      await consumer.unitOfWork.run((tx) => consumer.parked.retry(tx, head.id, 'operator-1'));

      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(await consumer.effects('n1')).toEqual([1, 2]);
      expect(await historyOf(consumer)).toEqual([
        {
          aggregate: 'inbox/motcua.note/n1',
          actor: 'operator-1',
          action: 'eventRetried',
          detail: { sequence: 1, type: NoteWrittenV1.type },
        },
      ]);
    });

    it('has all its attempts again after a retry that fails', async () => {
      const consumer = await bench().consumer(() => {
        throw new Error('no');
      });
      await bench().send(...notes('n1', 1, 2));
      const head = await consumer.heldUp('parked', 2);
      await consumer.unitOfWork.run((tx) => consumer.parked.retry(tx, head.id, 'operator-1'));
      await eventually(async () => consumer.script.calls.length === 6);
      expect(await consumer.heldUp('parked', 2)).toMatchObject({ sequence: 1, attemptsStarted: 3 });
    });

    it('gives an event up with a reason, and goes on with its followers', async () => {
      const consumer = await bench().consumer(({ sequence }) => {
        if (sequence === 1) throw new Error('no');
      });
      await bench().send(...notes('n1', 1, 2));
      const head = await consumer.heldUp('parked', 2);
      await consumer.unitOfWork.run((tx) => consumer.parked.discard(tx, head.id, 'sent by mistake', 'operator-1'));

      await eventually(async () => (await consumer.effects('n1')).length === 1);
      expect(await consumer.effects('n1')).toEqual([2]);
      expect(await historyOf(consumer)).toMatchObject([
        { action: 'eventDiscarded', detail: { reason: 'sent by mistake' } },
      ]);
      await bench().send(...notes('n1', 1, 3));
      await eventually(async () => (await consumer.effects('n1')).includes(3));
      expect(await consumer.effects('n1')).toEqual([2, 3]);
    });

    it('gives missing events up with a reason, and goes on after them', async () => {
      const consumer = await bench().consumer();
      await bench().send(...notes('n1', 1, 4, 5));
      const head = await consumer.heldUp('gap', 2);
      const { parked, unitOfWork } = consumer;
      await expect(unitOfWork.run((tx) => parked.retry(tx, head.id, 'o'))).rejects.toMatchObject({
        code: 'PARKED_EVENT.EARLIER_MISSING',
        evidence: { missing: 2 },
      });
      await unitOfWork.run((tx) => parked.skipMissing(tx, head.id, 'the broker lost its disk', 'operator-1'));
      await eventually(async () => (await consumer.effects('n1')).length === 3);
      expect(await consumer.effects('n1')).toEqual([1, 4, 5]);
    });

    it('refuses to decide about an event that is not the first of its key, or is not there', async () => {
      const consumer = await bench().consumer(() => {
        throw new Error('no');
      });
      await bench().send(...notes('n1', 1, 2));
      await consumer.heldUp('parked', 2);
      const [second] = await consumer.home.sql<{ id: string }>('SELECT id FROM inbox_parked WHERE sequence = 2');
      const { parked, unitOfWork } = consumer;
      const discard = (id: string) => unitOfWork.run((tx) => parked.discard(tx, id, 'r', 'o'));
      await expect(discard(second?.id ?? '')).rejects.toMatchObject({ code: 'PARKED_EVENT.NOT_FIRST' });
      await expect(discard('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({
        code: 'PARKED_EVENT.NOT_FOUND',
      });
    });
  });
}
