import { currentContext, runInContext } from '@motcua/platform';
import { eventually } from '../system/eventually.js';
import type { ContractBench } from './contract-bench.js';
import { NoteIndexController } from './note-index.consumer.js';
import { NoteController } from './note.consumer.js';
import type { NoteEvent } from './note-script.js';
import { NoteUnheardV1 } from './note-unheard.v1.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import { FACT_TIME } from './test-producer.js';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

export function describeDelivery(bench: () => ContractBench): void {
  describe('delivery', () => {
    it('brings a committed event to the handler, with its envelope and its trace', async () => {
      const producer = await bench().producer();
      producer.startRelay();
      const seen: { event: NoteEvent; trace: string; cause: string | undefined }[] = [];
      const consumer = await bench().consumer((event) => {
        const { traceparent, causationId } = currentContext();
        seen.push({ event, trace: traceparent, cause: causationId });
      });
      await runInContext({ traceparent: TRACE, correlationId: 'request-1', language: 'vi' }, () =>
        producer.write('n1', NoteWrittenV1, { line: 'chào' }),
      );

      await eventually(async () => (await consumer.effects('n1')).length === 1);
      const [first] = seen;
      expect(first?.event).toMatchObject({
        type: NoteWrittenV1.type,
        source: '/motcua/writer',
        subject: 'n1',
        sequence: 1,
        correlationid: 'request-1',
        data: { line: 'chào' },
      });
      expect(first?.event.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(first?.event.time.equals(FACT_TIME)).toBe(true);
      expect(first?.event.data).toBeInstanceOf(NoteWrittenV1);
      // The same trace, a span of its own, caused by the event.
      expect(first?.trace.slice(0, 36)).toBe(TRACE.slice(0, 36));
      expect(first?.trace).not.toBe(TRACE);
      expect(first?.cause).toBe(first?.event.id);
    });

    it('gives each group every event', async () => {
      const reader = await bench().consumer();
      const archive = await bench().consumer(undefined, { service: 'archive' });
      await bench().send(...[1, 2, 3].map((n) => bench().message(NoteWrittenV1, 'n1', n, { line: 'x' })));

      for (const consumer of [reader, archive]) {
        await eventually(async () => (await consumer.effects('n1')).length === 3);
        expect(await consumer.effects('n1')).toEqual([1, 2, 3]);
      }
    });

    it('says how many messages of a topic a group has not worked on yet', async () => {
      const [first, second] = [1, 2].map((n) => bench().message(NoteWrittenV1, 'n1', n, { line: 'x' }));
      const gate = bench().gate();
      const consumer = await bench().consumer(({ subject }) => (subject === 'held' ? gate.opened : undefined));
      await bench().warmUp(consumer);
      await bench().send(first!, second!);
      await eventually(async () => (await consumer.lag()) === 0);
      await bench().send(bench().message(NoteWrittenV1, 'held', 1, { line: 'x' }));
      await eventually(async () => (await consumer.lag()) === 1);
      gate.open();
      await eventually(async () => (await consumer.lag()) === 0);
    });

    it('steps over types that the service does not react to', async () => {
      const consumer = await bench().consumer();
      await bench().send(
        bench().message(NoteUnheardV1, 'n1', 1, {}),
        bench().message(NoteWrittenV1, 'n1', 2, { line: 'x' }),
        {
          ...bench().message(NoteUnheardV1, 'n1', 3, {}),
          headers: {
            ...bench().message(NoteUnheardV1, 'n1', 3, {}).headers,
            ce_type: 'vn.motcua.note.of-the-future.v9',
          },
        },
        bench().message(NoteWrittenV1, 'n1', 4, { line: 'x' }),
      );
      await eventually(async () => (await consumer.effects('n1')).length === 2);
      expect(await consumer.effects('n1')).toEqual([2, 4]);
    });

    it('steps over a message that is not an event', async () => {
      const consumer = await bench().consumer();
      await bench().send(
        { topic: NoteWrittenV1.topic, key: 'n1', headers: {}, value: '{}' },
        { ...bench().message(NoteWrittenV1, 'n1', 1, { line: 'x' }), value: '{"line":' },
        bench().message(NoteWrittenV1, 'n1', 1, { line: 'x' }),
      );
      await eventually(async () => (await consumer.effects('n1')).length === 1);
    });

    it('keeps fields that a contract of this version does not know yet', async () => {
      let seen: NoteEvent | undefined;
      const consumer = await bench().consumer((event) => void (seen = event));
      await bench().send(bench().message(NoteWrittenV1, 'n1', 1, { line: 'x', colour: 'đỏ' } as NoteWrittenV1));
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      expect(seen?.data).toMatchObject({ line: 'x', colour: 'đỏ' });
    });

    it('runs several reactions of a service to one event one after the other, in one transaction', async () => {
      const consumer = await bench().consumer(undefined, { controllers: [NoteController, NoteIndexController] });
      await bench().send(bench().message(NoteWrittenV1, 'n1', 1, { line: 'x' }));
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      // The second reaction saw the row of the first, which no other transaction could see yet.
      expect(await consumer.home.sql('SELECT indexed FROM effect')).toEqual([{ indexed: true }]);
    });

    it('publishes what a handler publishes, caused by the event that it handles', async () => {
      const consumer = await bench().consumer((event, _, publish) =>
        publish({ contract: NoteUnheardV1, key: 'answer', data: {}, time: event.time }),
      );
      const message = bench().message(NoteWrittenV1, 'n1', 1, { line: 'x' });
      await bench().send({ ...message, headers: { ...message.headers, ce_correlationid: 'request-7' } });
      await eventually(async () => (await consumer.effects('n1')).length === 1);
      const [row] = await consumer.home.sql<{ headers: object }>('SELECT headers FROM outbox');
      expect(row?.headers).toMatchObject({ correlationid: 'request-7', causationid: message.headers['ce_id'] });
    });
  });
}
