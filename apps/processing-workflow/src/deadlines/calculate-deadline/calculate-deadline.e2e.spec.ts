import { CalendarChangedV1 } from '@motcua/contracts';
import { type ApiClient, eventually, type Json, type TestSystem } from '@motcua/testing';
import { CALENDAR, SESSIONS, startWorkflow } from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/deadline-calculations';
const REQUEST = {
  calendar: 'VN',
  acceptedAt: '2026-08-21T16:20:00+07:00',
  term: { amount: 3, unit: 'workingDay' },
  reductionBasisPoints: 2000,
  supplementPolicy: 'pause',
  supplements: [{ requestedAt: '2026-08-24T09:00:00+07:00', completedAt: '2026-08-25T10:30:00+07:00' }],
};

describe('a deadline calculation over HTTP', () => {
  let system: TestSystem;
  let citizen: ApiClient;
  const calculate = (body: unknown, headers: Record<string, string> = {}): Promise<Json> =>
    citizen.post(PATH, body, { idempotencyKey: null, headers });
  const pointers = ({ body }: Json): string[] => body.errors.map((error: Json) => error.pointer);

  beforeAll(async () => {
    system = await startWorkflow();
    citizen = await system.as({ sub: 'citizen', roles: ['citizen'], citizen_id: '051199000017' });
    const compensatory = { ...CALENDAR, compensatoryDays: [{ date: '2026-08-22', replaces: '2026-08-31' }] };
    await system.foreign.deliver(CalendarChangedV1, 'VN', { code: 'VN', revision: 2, definition: compensatory });
    await eventually(async () => (await system.sql('SELECT FROM workflow.calendar_copy')).length === 2);
  });
  afterAll(() => system.stop());

  it('answers with both due dates and their steps, on the newest revision, without an idempotency key', async () => {
    const { status, body } = await calculate(REQUEST);
    expect(status).toBe(200);
    // The first worked example of the legal clock: the compensatory Saturday counts.
    expect(body).toMatchObject({
      state: 'running',
      startedAt: '2026-08-21T16:20:00+07:00',
      statutoryDueAt: '2026-08-27T07:50:00+07:00',
      promisedDueAt: '2026-08-26T11:02:00+07:00',
      provisional: false,
    });
    expect(body.steps.reduce((sum: number, step: Json) => sum + Number(step.workingMinutes ?? 0), 0)).toBe(1440);
  });

  it('explains in the language that the caller reads', async () => {
    const [vi, en] = [await calculate(REQUEST), await calculate(REQUEST, { 'accept-language': 'en-GB,en;q=0.9' })];
    expect(vi.body.steps[0].explanation).toMatch(/^Hồ sơ được tiếp nhận/);
    expect(en.body.steps[0].explanation).toMatch(/^The dossier was accepted/);
  });

  it('is paused while the last supplement is awaited', async () => {
    const open = { ...REQUEST, supplements: [{ requestedAt: '2026-08-24T09:00:00+07:00', completedAt: null }] };
    expect((await calculate(open)).body).toMatchObject({ state: 'paused', statutoryDueAt: null, promisedDueAt: null });
  });

  it('refuses every fault at once, an unknown calendar among them', async () => {
    const answer = await calculate({
      calendar: 'NOWHERE',
      acceptedAt: '2026-08-21T16:20:00',
      term: { amount: 0, unit: 'workingDay' },
      reductionBasisPoints: 10_000,
      supplementPolicy: 'sometimes',
      supplements: [{ requestedAt: 'soon' }],
      extra: true,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'DEADLINE.INVALID' } });
    expect(pointers(answer).sort()).toEqual([
      '/acceptedAt',
      '/calendar',
      '/extra',
      '/reductionBasisPoints',
      '/supplementPolicy',
      '/supplements/0/requestedAt',
      '/term/amount',
    ]);
  });

  it.each([
    ['fractional', { amount: 1.5, unit: 'workingDay' }],
    ['too long in working days', { amount: 3651, unit: 'workingDay' }],
    ['too long in calendar days', { amount: 3651, unit: 'calendarDay' }],
    ['too long in hours', { amount: 29_201, unit: 'workingHour' }],
    ['too long in months', { amount: 121, unit: 'month' }],
    ['with an amount for the same day', { amount: 1, unit: 'sameDay' }],
  ])('refuses a term that is %s', async (_, term) => {
    const answer = await calculate({ ...REQUEST, term });
    expect([answer.status, pointers(answer)]).toEqual([422, ['/term/amount']]);
  });

  it.each([['null'], ['[]'], ['"text"'], ['7']])('refuses the body %s', async (body) => {
    expect((await calculate(body)).status).toBeGreaterThanOrEqual(400);
    expect((await calculate(body)).status).toBeLessThan(500);
  });

  it('refuses what is not JSON, in words', async () => {
    expect(await calculate('{"calendar": ')).toMatchObject({ status: 400, body: { code: 'REQUEST.MALFORMED' } });
  });

  it('refuses an unknown calendar with a pointer, at once or when the caller has waited for it', async () => {
    const unknown = { ...REQUEST, calendar: 'NOWHERE' };
    for (const headers of [{}, { prefer: 'wait=1' }] as Record<string, string>[]) {
      const answer = await calculate(unknown, headers);
      expect(answer).toMatchObject({ status: 422, body: { code: 'DEADLINE.CALENDAR_UNKNOWN', calendar: 'NOWHERE' } });
      expect(pointers(answer)).toEqual(['/calendar']);
    }
  });

  it('waits for a calendar that was just put', async () => {
    const waiting = calculate({ ...REQUEST, calendar: 'NEW' }, { prefer: 'wait=5' });
    const definition = { ...CALENDAR, sessions: { ...CALENDAR.sessions, saturday: SESSIONS } };
    await system.foreign.deliver(CalendarChangedV1, 'NEW', { code: 'NEW', revision: 1, definition });
    expect((await waiting).status).toBe(200);
  });

  it('needs a valid token with the scope deadline.read', async () => {
    const post = (client: ApiClient): Promise<Json> => client.post(PATH, REQUEST, { idempotencyKey: null });
    expect((await post(system.anonymous())).status).toBe(401);
    expect((await post(await system.as({ sub: 'a', roles: ['citizen'], scope: 'dossier.read' }))).status).toBe(403);
    for (const flaw of [
      { expiresAt: 1 },
      { audience: 'https://other' },
      { foreignKey: true },
      { issuer: 'https://other' },
    ]) {
      const token = await system.issuer.token({ sub: 'a', roles: ['citizen'] }, flaw);
      expect((await post(system.anonymous().with({ token }))).status).toBe(401);
    }
  });
});
