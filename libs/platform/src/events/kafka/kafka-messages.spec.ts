import type { KafkaMessage } from 'kafkajs';
import { MalformedMessage } from '../wire/malformed-message.js';
import { fromKafka, slicesBySize, toKafka } from './kafka-messages.js';

const message = (topic: string, key: string, value = '{}') => ({ topic, key, value, headers: { ce_id: 'một' } });
const received = (parts: Partial<KafkaMessage>): KafkaMessage =>
  ({ key: Buffer.from('k'), value: Buffer.from('{}'), offset: '0', timestamp: '0', attributes: 0, ...parts }) as never;

describe('messages of Kafka', () => {
  it('are grouped by topic in their order', () => {
    const batches = toKafka([message('a', '1'), message('b', '2'), message('a', '3')]);
    expect(batches.map(({ topic, messages }) => [topic, messages.map(({ key }) => key)])).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
    ]);
  });

  it('are read as texts, whatever headers the wire has', () => {
    const headers = { ce_id: Buffer.from('một'), twice: [Buffer.from('1'), Buffer.from('2')], none: undefined };
    expect(fromKafka('a', received({ headers }))).toEqual({
      topic: 'a',
      key: 'k',
      value: '{}',
      headers: { ce_id: 'một', twice: '2' },
    });
  });

  it('without a key or a value are no events', () => {
    expect(() => fromKafka('a', received({ key: null }))).toThrow(MalformedMessage);
    expect(() => fromKafka('a', received({ value: null }))).toThrow(MalformedMessage);
  });

  it('go out in slices that the broker takes, none of them empty', () => {
    const large = 'ế'.repeat(50);
    const slices = [
      ...slicesBySize([message('a', '1', large), message('a', '2', large), message('a', '3', large)], 400),
    ];
    expect(slices.map((slice) => slice.map(({ key }) => key))).toEqual([['1', '2'], ['3']]);
    expect([...slicesBySize([message('a', '1', large)], 10)]).toHaveLength(1);
    expect([...slicesBySize([], 10)]).toEqual([]);
  });
});
