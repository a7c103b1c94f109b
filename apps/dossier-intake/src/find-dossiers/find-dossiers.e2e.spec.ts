import { Database } from '@motcua/platform';
import type { ApiClient, ApiResponse } from '@motcua/testing';
import { CITIZEN_ID, type Intake, startIntake } from '../testing/intake.fixture.js';
import { type ListRequest, listStatement } from '../dossier-list/dossier-list.js';

const FREE = { procedureCode: '2.000001' };
const SOMEBODY = { kind: 'citizen', identity: { type: 'citizenId', number: '051199000024' }, fullName: 'Trần Thị Mẫu' };

describe("the one-stop's list", () => {
  let intake: Intake;
  let mine: string;
  let elsewhere: string;
  let counter: string;
  let draft: string;
  beforeAll(async () => {
    intake = await startIntake();
    ({ id: mine } = await intake.registered(FREE));
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-23T09:00:00+07:00'));
    ({ id: elsewhere } = await intake.submit(intake.otherClerk, {
      receivingAgency: 'H48.04',
      competentAgency: 'H48.04',
      channel: 'counter',
      procedureCode: '2.000001',
      applicant: SOMEBODY,
    }));
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-23T10:00:00+07:00'));
    ({ id: counter } = await intake.submit(intake.clerk, { channel: 'counter', applicant: SOMEBODY }));
    ({ id: draft } = await intake.draft());
  });
  afterAll(() => intake.stop());

  const find = (client: ApiClient, parameters: Record<string, string> = {}): Promise<ApiResponse> =>
    client.get(`/intake/v1/dossiers?${new URLSearchParams(parameters).toString()}`);
  const ids = async (client: ApiClient, parameters?: Record<string, string>): Promise<string[]> => {
    const { status, body } = await find(client, parameters);
    expect(status).toBe(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it("shows an officer the dossiers of the agency and all below it, newest first, and nobody's drafts", async () => {
    expect(await ids(intake.clerk)).toEqual([counter, mine]);
    expect(await ids(intake.clerk)).not.toContain(draft);
    expect(await ids(intake.otherClerk)).toEqual([elsewhere]);
    const root = await intake.system.as({ sub: 'leader-of-province', roles: ['leader'], agency: 'H48' });
    expect(await ids(root)).toEqual([counter, elsewhere, mine]);
    expect(await ids(intake.admin)).toEqual([counter, elsewhere, mine]);
  });

  it('shows a citizen the own, drafts included, and no other', async () => {
    expect(await ids(intake.citizen)).toEqual([draft, mine]);
    expect(await ids(intake.citizen, { status: 'draft' })).toEqual([draft]);
    expect(await ids(intake.citizen, { applicantId: '051199000024' })).toEqual([]);
  });

  it('is filtered by status, agency in both forms, procedure, channel, code, applicant, days and what is due', async () => {
    const root = await intake.system.as({ sub: 'leader-of-province', roles: ['leader'], agency: 'H48' });
    const { code } = await intake.get(intake.clerk, mine);
    expect(await ids(root, { status: 'registered' })).toContain(mine);
    expect(await ids(root, { status: 'paymentRequired' })).toContain(counter);
    expect(await ids(root, { agency: 'H48.04' })).toEqual([elsewhere]);
    expect(await ids(root, { agency: '000.00.04.H48' })).toEqual([elsewhere]);
    expect(await ids(intake.clerk, { agency: 'H48.04' })).toEqual([]);
    expect(await ids(intake.clerk, { agency: 'H48' })).toEqual([counter, mine]);
    expect(await ids(intake.clerk, { procedure: '2.000001' })).toEqual([mine]);
    expect(await ids(intake.clerk, { channel: 'counter' })).toEqual([counter]);
    expect(await ids(intake.clerk, { code })).toEqual([mine]);
    expect(await ids(intake.otherClerk, { code })).toEqual([]);
    expect(await ids(intake.clerk, { applicantId: CITIZEN_ID })).toEqual([mine]);
    expect(await ids(intake.clerk, { applicantId: CITIZEN_ID, applicantIdType: 'passport' })).toEqual([]);
    expect(await ids(intake.clerk, { submittedFrom: '2026-11-23T09:30:00+07:00' })).toEqual([counter]);
    expect(await ids(intake.clerk, { submittedTo: '2026-11-23T09:30:00+07:00' })).toEqual([mine]);
    expect(await ids(intake.clerk, { dueBefore: '2026-11-26T00:00:00+07:00' })).toEqual([mine]);
    expect(await ids(intake.clerk, { dueBefore: '2026-11-24T00:00:00+07:00' })).toEqual([]);
    expect(await ids(intake.clerk, { status: 'draft' })).toEqual([]);
  });

  it('comes in pages that lead from one to the next, and end', async () => {
    const first = await find(intake.clerk, { limit: '1' });
    expect(first.body.items).toHaveLength(1);
    expect(first.headers.get('link')).toBe(
      `</intake/v1/dossiers?limit=1&cursor=${String(first.body.next)}>; rel="next"`,
    );
    const second = await intake.clerk.get(/<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '');
    expect(second.body.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
    expect(second.body.next).toBeNull();
    expect(second.headers.get('link')).toBeNull();
  });

  it.each([
    ['an unknown parameter', { colour: 'red' }, '/colour'],
    ['a status that does not exist', { status: 'lost' }, '/status'],
    ['a page too large', { limit: '100000' }, '/limit'],
    ['a time without an offset', { submittedFrom: '2026-11-23T09:00:00' }, '/submittedFrom'],
    ['a cursor of its own making', { cursor: 'abc' }, '/cursor'],
  ])('refuses %s', async (_, parameters, pointer) => {
    expect((await find(intake.clerk, parameters)).body).toMatchObject({
      status: 400,
      code: 'REQUEST.PARAMETER_INVALID',
      errors: [{ pointer }],
    });
  });

  it.each(["' OR 1=1 --", "x'; DROP TABLE intake.dossier; --", '%', '\\'])(
    'takes SQL in a filter for what it is: %s',
    async (text) => {
      for (const name of ['code', 'applicantId', 'portalCode', 'name', 'documentNumber'])
        expect(await ids(intake.clerk, { [name]: text })).toEqual([]);
      for (const name of ['agency', 'procedure'])
        expect((await find(intake.clerk, { [name]: text })).body.code).toBe('REQUEST.NAMES_UNKNOWN');
      expect(await ids(intake.clerk)).toContain(mine);
    },
  );

  it('walks an index and never the whole table, with 20,000 dossiers (their plans are read)', async () => {
    await intake.system.sql(`
      INSERT INTO intake.dossier (id, version, status, code, procedure_code, procedure_version, procedure_name, variant, channel, submission_agency, receiving_agency,
        competent_agency, applicant_ref, applicant, delivery, form_data, language, submitted_by, created_at, listed_at, status_since, holder_agency)
      SELECT gen_random_uuid(), 1, (ARRAY['registered','accepted','processing','returned'])[1 + n % 4], 'X-' || n, '1.001686', 1, 'x', 'DEFAULT', 'online', NULL,
        (ARRAY['H48.12','H48.04'])[1 + n % 2], (ARRAY['H48.12','H48.04'])[1 + n % 2], 'ref-' || n % 5000, '{"fullName":"x"}', '{}', '{}', 'vi', 's-' || n % 5000,
        t, t, t, (ARRAY['H48.12','H48.04'])[1 + n % 2]
      FROM generate_series(1, 20000) n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 minute') AS at (t)`);
    await intake.system.sql('ANALYZE intake.dossier');
    await intake.system.sql('ANALYZE intake.dossier_reader');
    const everything: ListRequest = {
      readers: ['H48.12'],
      statuses: null,
      applicantRef: null,
      code: null,
      portalCode: null,
      words: null,
      documentNumber: null,
      acceptedFrom: null,
      acceptedTo: null,
      agency: null,
      procedure: null,
      channel: null,
      submittedFrom: null,
      submittedTo: null,
      dueBefore: null,
      after: null,
      limit: 50,
    };
    const after = ['2026-01-02T18:00:00Z', '01900000-0000-7000-8000-000000000000'] as const;
    const instant = Temporal.Instant.from('2026-01-02T00:00:00Z');
    const requests: [string, Partial<ListRequest>, boolean?][] = [
      ['an agency', {}],
      ['the province', { readers: ['H48'] }],
      ['the province by status', { readers: ['H48'], statuses: ['registered', 'accepted'] }],
      ['an agency by procedure and channel', { procedure: '1.001686', channel: 'online' }],
      ['an agency within another', { agency: 'H48' }],
      ['an agency by days', { submittedFrom: instant, submittedTo: instant.add({ hours: 24 }) }],
      ['an agency by code', { code: 'X-77' }],
      ['an agency by applicant', { applicantRef: 'ref-7' }],
      ['everyone', { readers: 'everyone' }],
      ['everyone by status', { readers: 'everyone', statuses: ['registered'] }],
      ['everyone by code', { readers: 'everyone', code: 'X-77' }],
      ['a person', { readers: ['ref-7', 'subject:s-9'] }, true],
    ];
    const client = await intake.system.get('intake', Database).pool.connect();
    for (const [name, change, own = false] of requests) {
      for (const cursor of [null, after]) {
        const { text, values } = listStatement({ ...everything, ...change, after: cursor }, own);
        const parameters = values.map((value) => (value instanceof Temporal.Instant ? value.toString() : value));
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE) ${text}`, parameters);
        const plan = `${name}:\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`;
        expect(plan).not.toMatch(/Seq Scan on dossier/);
        // A page is 51 rows: whatever walks far more than that has sorted or filtered a whole agency.
        const walked = [...plan.matchAll(/actual time=\S+ rows=([\d.]+) loops=(\d+)/g)].map(
          ([, r, l]) => Number(r) * Number(l),
        );
        expect([plan, Math.max(...walked) <= 500]).toEqual([plan, true]);
      }
    }
    client.release(true);
  }, 60_000);
});
