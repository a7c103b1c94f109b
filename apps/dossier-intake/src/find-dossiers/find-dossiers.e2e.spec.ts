import { Database } from '@motcua/platform';
import type { ApiClient, ApiResponse } from '@motcua/testing';
import { CITIZEN_ID, type Intake, startIntake } from '../testing/intake.fixture.js';
import { LIST_STATEMENTS } from './dossier-list.js';

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
      for (const name of ['code', 'procedure', 'agency', 'applicantId'])
        expect(await ids(intake.clerk, { [name]: text })).toEqual([]);
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
    const uuid = '01900000-0000-7000-8000-000000000000';
    const nothing = 'NULL, NULL, NULL, NULL, NULL, NULL';
    const cases: Record<keyof typeof LIST_STATEMENTS, string> = {
      BY_CODE: `ARRAY['H48'], NULL, NULL, 'X-77', ${nothing}`,
      BY_APPLICANT: `ARRAY['H48'], NULL, 'ref-7', NULL, ${nothing}`,
      OF_EVERYONE: `NULL, NULL, NULL, NULL, ${nothing}`,
      BY_READER: `ARRAY['H48.12'], NULL, NULL, NULL, ${nothing}`,
      BY_READER_AND_STATUS: `ARRAY['H48'], ARRAY['registered','accepted'], NULL, NULL, ${nothing}`,
      OWN: `ARRAY['ref-7', 'subject:s-9'], NULL, NULL, NULL, ${nothing}`,
    };
    const client = await intake.system.get('intake', Database).pool.connect();
    await client.query('SET plan_cache_mode = force_generic_plan');
    for (const [name, sql] of Object.entries(LIST_STATEMENTS)) {
      await client.query(
        `PREPARE list (text[], text[], text, text, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, uuid, int) AS ${sql}`,
      );
      for (const cursor of ['NULL, NULL', `timestamptz '2026-01-05', uuid '${uuid}'`]) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `EXPLAIN (ANALYZE) EXECUTE list (${cases[name as keyof typeof cases]}, ${cursor}, 51)`,
        );
        const plan = `${name}:\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`;
        expect(plan).not.toMatch(/Seq Scan on dossier/);
        expect(plan).toMatch(/Index/);
      }
      await client.query('DEALLOCATE list');
    }
    client.release(true);
  }, 60_000);
});
