import { fromWire, toWire, type OutboxEvent } from './cloud-event-headers.js';
import { MalformedMessage } from './malformed-message.js';

const OUTBOX_EVENT: OutboxEvent = {
  event_id: '019aa000-0000-7000-8000-000000000001',
  topic: 'motcua.dossier',
  key: 'd1',
  type: 'vn.motcua.dossier.accepted.v1',
  sequence: 3,
  time: Temporal.Instant.from('2026-11-25T01:10:00.123Z'),
  headers: {
    source: '/motcua/intake',
    traceparent: '00-a-b-01',
    correlationid: 'c1',
    causationid: null,
    historyaggregate: 'dossier/d1',
    historylength: 7,
    historyhead: 'ab12',
  },
  data: { who: 'Nguyễn Thị Mẫu' },
};

describe('CloudEvents on the wire', () => {
  it('writes each attribute as a header of its own, and the data alone as the value', () => {
    expect(toWire(OUTBOX_EVENT)).toEqual({
      topic: 'motcua.dossier',
      key: 'd1',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: '019aa000-0000-7000-8000-000000000001',
        ce_source: '/motcua/intake',
        ce_type: 'vn.motcua.dossier.accepted.v1',
        ce_subject: 'd1',
        ce_time: '2026-11-25T01:10:00.123Z',
        ce_sequence: '3',
        ce_traceparent: '00-a-b-01',
        ce_correlationid: 'c1',
        ce_historyaggregate: 'dossier/d1',
        ce_historylength: '7',
        ce_historyhead: 'ab12',
      },
      value: '{"who":"Nguyễn Thị Mẫu"}',
    });
  });

  it('reads back what it has written', () => {
    const event = fromWire(toWire(OUTBOX_EVENT));
    expect({ ...event, time: event.time.toString() }).toEqual({
      topic: 'motcua.dossier',
      key: 'd1',
      id: '019aa000-0000-7000-8000-000000000001',
      source: '/motcua/intake',
      type: 'vn.motcua.dossier.accepted.v1',
      subject: 'd1',
      time: '2026-11-25T01:10:00.123Z',
      sequence: 3,
      traceparent: '00-a-b-01',
      correlationid: 'c1',
      historyaggregate: 'dossier/d1',
      historylength: 7,
      historyhead: 'ab12',
      data: { who: 'Nguyễn Thị Mẫu' },
    });
  });

  it.each(['ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'])(
    'refuses a message without %s',
    (name) => {
      const message = toWire(OUTBOX_EVENT);
      const headers = Object.fromEntries(Object.entries(message.headers).filter(([header]) => header !== name));
      expect(() => fromWire({ ...message, headers })).toThrow(
        new MalformedMessage(`no header ${name} on a message of motcua.dossier`),
      );
    },
  );

  it.each([
    ['a sequence that is no number', { ce_sequence: 'three' }],
    ['a sequence before the first', { ce_sequence: '0' }],
    ['a broken sequence', { ce_sequence: '1.5' }],
    ['a time without offset', { ce_time: '2026-11-25T01:10:00' }],
  ])('refuses %s', (_, headers) => {
    const message = toWire(OUTBOX_EVENT);
    expect(() => fromWire({ ...message, headers: { ...message.headers, ...headers } })).toThrow(MalformedMessage);
  });

  it.each(['', '{"who":', 'null', '"text"', '[1]'])('refuses the value %j, which is no JSON object', (value) => {
    expect(() => fromWire({ ...toWire(OUTBOX_EVENT), value })).toThrow(MalformedMessage);
  });
});
