import { identityHash } from '@motcua/platform';
import type { ApiClient, Json, TestSystem } from '@motcua/testing';
import { endStep, type Officers, officersOf, openCase, startWorkflow } from '../../testing/workflow.fixture.js';

const PATH = '/workflow/v1/tasks';
const SHOP = { procedureCode: '1.001686', procedureName: 'Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y' };
const BIRTH = { procedureCode: '1.001193', procedureName: 'Đăng ký khai sinh' };
const WEDDING = { procedureCode: '1.000894', procedureName: 'Đăng ký kết hôn' };
const due = (day: string): object => ({
  statutoryDueAt: `2026-12-${day}T17:00:00+07:00`,
  promisedDueAt: `2026-12-${day}T09:00:00+07:00`,
});

describe('what narrows the work list', () => {
  let system: TestSystem;
  let officers: Officers;
  const cases: Record<string, Json> = {};
  const open = async (name: string, event: object): Promise<void> => {
    cases[name] = await openCase(system, officers.admin, event);
  };
  const names = async (client: ApiClient, query: Record<string, string>): Promise<string[]> => {
    const { status, body } = await client.get(`${PATH}?${new URLSearchParams(query).toString()}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.items.map(({ dossierId }: Json) =>
      Object.keys(cases).find((name) => cases[name].dossierId === dossierId),
    );
  };

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    const applicantRef = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', '051199000017');
    await open('shop', { ...due('01'), ...SHOP, applicantRef });
    await open('birth', { ...due('02'), ...BIRTH });
    await endStep(officers.leader, cases['birth'].dossierId, 'forward');
    system.clock.moveTo(Temporal.Instant.from('2026-11-26T08:30:00+07:00'));
    const acceptedAt = '2026-11-26T08:10:00+07:00';
    await open('wedding', { ...due('03'), ...WEDDING, applicantRef, acceptedAt });
    await open('elsewhere', {
      ...due('04'),
      ...BIRTH,
      applicantRef,
      acceptedAt,
      competentAgency: 'H48.04',
      receivingAgency: 'H48.04',
    });
  });
  afterAll(() => system.stop());

  it('is a procedure, alone or among what waits for my role', async () => {
    expect(await names(officers.leader, { procedure: '1.001193' })).toEqual(['birth']);
    expect(await names(officers.admin, { procedure: '1.001193' })).toEqual(['birth', 'elsewhere']);
    expect(await names(officers.leader, { procedure: '1.001193', assignee: 'role' })).toEqual([]);
    expect(await names(officers.specialist, { procedure: '1.001193', assignee: 'role' })).toEqual(['birth']);
  });

  it('is an applicant, by the number that an officer types and nobody stores', async () => {
    expect(await names(officers.leader, { applicantId: '051199000017' })).toEqual(['shop', 'wedding']);
    expect(await names(officers.outsider, { applicantId: '051199000017' })).toEqual(['elsewhere']);
    expect(await names(officers.leader, { applicantId: '051199000017', applicantIdType: 'passport' })).toEqual([]);
    expect(await names(officers.leader, { applicantId: '051199000025' })).toEqual([]);
  });

  it.each([
    ['thuoc thu y', ['shop']],
    ['thuốc thú y', ['shop']],
    ['THUỐC Thú', ['shop']],
    ['thuọc thú y', []],
    ['đăng ký', ['birth', 'wedding']],
    ['dang ky kh', ['birth']],
    ['hôn', ['wedding']],
    ['1.001686', ['shop']],
    ['giấy khai sinh', []],
    ['; DROP', []],
    ["' & !x:*", []],
    ['...', []],
  ])('is what %s finds among the names of procedures, with and without diacritics', async (query, found) => {
    expect(await names(officers.leader, { query })).toEqual(found);
  });

  it("is a dossier's code, as far as I reach", async () => {
    const { code } = cases['wedding'];
    expect(await names(officers.leader, { query: code })).toEqual(['wedding']);
    expect(await names(officers.leader, { query: String(code).toLowerCase() })).toEqual(['wedding']);
    expect(await names(officers.outsider, { query: code })).toEqual([]);
    expect(await names(officers.leader, { query: code, assignee: 'me' })).toEqual([]);
    expect(await names(officers.leader, { query: code, assignee: 'role' })).toEqual(['wedding']);
    expect(await names(officers.specialist, { query: code, assignee: 'role' })).toEqual([]);
  });

  it('goes together with a due date and with what is late', async () => {
    const dueBefore = '2026-12-02T00:00:00+07:00';
    expect(await names(officers.leader, { applicantId: '051199000017', dueBefore })).toEqual(['shop']);
    expect(await names(officers.leader, { query: 'dang ky', dueBefore })).toEqual([]);
    expect(await names(officers.leader, { query: 'dang ky', overdue: 'false' })).toEqual(['birth', 'wedding']);
  });

  it('is, for a leader, how long a task has been open, the oldest first', async () => {
    const openedBefore = '2026-11-26T09:00:00+07:00';
    expect(await names(officers.leader, { openedBefore })).toEqual(['shop', 'birth', 'wedding']);
    expect(await names(officers.leader, { openedBefore: '2026-11-26T00:00:00+07:00' })).toEqual(['shop', 'birth']);
    expect(await names(officers.admin, { openedBefore })).toHaveLength(4);
    const { body } = await officers.leader.get(
      `${PATH}?${new URLSearchParams({ openedBefore, limit: '1' }).toString()}`,
    );
    expect(await names(officers.leader, { openedBefore, cursor: body.next })).toEqual(['birth', 'wedding']);
  });

  it('puts what pauses behind all that is due', async () => {
    const path = `/workflow/v1/cases/${cases['shop'].dossierId}`;
    const asked = await officers.leader.post(
      `${path}/supplement-requests`,
      { items: [{ component: 'BAN-VE', reason: 'Thiếu chữ ký của chủ cơ sở' }] },
      { ifMatch: (await officers.leader.get(path)).etag },
    );
    expect(asked.status).toBe(201);
    expect(await names(officers.leader, {})).toEqual(['birth', 'wedding', 'shop']);
    expect(await names(officers.leader, { dueBefore: '2027-01-01T00:00:00Z' })).toEqual(['birth', 'wedding']);
    expect(await names(officers.leader, { overdue: 'false' })).toEqual(['birth', 'wedding', 'shop']);
  });

  it('refuses words that too many procedures have, and says what to do', async () => {
    await system.sql(
      `INSERT INTO workflow.listed_procedure SELECT 'P' || n, 'x', 'giong'::tsvector, 'giống'::tsvector FROM generate_series(1, 201) AS n`,
    );
    const answer = await officers.leader.get(`${PATH}?query=giong`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.PARAMETER_INVALID' } });
    expect(answer.body.errors).toMatchObject([{ pointer: '/query', code: 'TOO_BROAD' }]);
  });
});
