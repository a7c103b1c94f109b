import { catalogue } from '@motcua/procedure-catalogue';
import { workflow } from '@motcua/processing-workflow';
import { eventually, startTestSystem, type TestSystem } from '@motcua/testing';
import { type CollectedSpan, Collector } from './testing/collector.fixture.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

const CALENDAR = {
  name: 'A calendar to follow',
  timeZone: 'Asia/Ho_Chi_Minh',
  sessions: { monday: [['07:00', '11:30']] },
  publishedYears: [2026],
  daysOff: [],
};

describe('what one request sets off', () => {
  let collector: Collector;
  let system: TestSystem;
  const ofTrace = (): CollectedSpan[] => collector.spans.filter(({ traceId }) => traceId === TRACE);

  beforeAll(async () => {
    collector = await Collector.start();
    system = await startTestSystem([catalogue, workflow], {
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    });
    const admin = await system.as({
      sub: 'admin',
      roles: ['admin'],
      scope: 'calendar.write catalogue.read deadline.read',
    });
    const answer = await admin.put('/catalogue/v1/working-calendars/TRACED', CALENDAR, {
      headers: { traceparent: `00-${TRACE}-${CALLER}-01` },
    });
    expect(answer.status).toBe(201);
    await eventually(async () => ofTrace().some(({ service, kind }) => service === 'workflow' && kind === 3), 30);
  }, 60_000);
  afterAll(async () => {
    await system.stop();
    await collector.stop();
  });

  const one = (holds: (span: CollectedSpan) => boolean): CollectedSpan => {
    const found = ofTrace().find(holds);
    if (!found)
      throw new Error(
        `no such span among ${ofTrace()
          .map(({ service, name }) => `${service}: ${name}`)
          .join(', ')}`,
      );
    return found;
  };
  /** The spans above one, nearest first. */
  const above = (span: CollectedSpan): CollectedSpan[] => {
    const parent = ofTrace().find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? [parent, ...above(parent)] : [];
  };

  it("is one trace: the caller's, the request, its transaction and SQL, the publication, and the consumer's SQL", () => {
    const request = one(({ service, kind }) => service === 'catalogue' && kind === 2);
    expect(request).toMatchObject({
      name: 'PUT /catalogue/v1/working-calendars/:code',
      parentSpanId: CALLER,
      attributes: { 'http.response.status_code': '201', 'http.route': '/catalogue/v1/working-calendars/:code' },
    });
    const written = one(
      ({ service, attributes }) =>
        service === 'catalogue' && (attributes['db.query.text'] ?? '').includes('INSERT INTO outbox'),
    );
    expect(above(written).map(({ name }) => name)).toEqual(['transaction', request.name]);
    const published = one(({ kind }) => kind === 4);
    expect(published).toMatchObject({ service: 'catalogue', name: 'publish motcua.calendar' });
    expect(above(published).at(-1)).toEqual(request);
    const consumed = one(({ service, kind }) => service === 'workflow' && kind === 5);
    expect(consumed).toMatchObject({ name: 'process calendar.changed.v1' });
    expect(above(consumed).at(-1)).toEqual(request);
    const applied = one(({ service, kind }) => service === 'workflow' && kind === 3);
    expect(above(applied).map(({ spanId }) => spanId)).toContain(consumed.spanId);
  });

  it('names statements by their text alone, and nothing of what they were given', () => {
    const texts = JSON.stringify(collector.spans);
    expect(texts).toContain('$1');
    expect(texts).not.toContain('A calendar to follow');
  });

  it('is not mixed with what nobody asked for: polls and sweeps are no spans', () => {
    const strays = collector.spans.filter(({ parentSpanId, kind }) => !parentSpanId && kind !== 2 && kind !== 5);
    expect(strays).toEqual([]);
  });
});
