import type { ApiClient, ApiResponse, TestSystem } from '@motcua/testing';
import { type Officers, officersOf, openCase, startWorkflow } from './workflow.fixture.js';

const MEBIBYTE = 1024 * 1024;

describe('what the workflow refuses over HTTP', () => {
  let system: TestSystem;
  let officers: Officers;
  let path: string;
  const stop = (client: ApiClient, body: unknown, request: object = {}): Promise<ApiResponse> =>
    client.post(`${path}/stop`, body, { ifMatch: '"1"', ...request });

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    path = `/workflow/v1/cases/${(await openCase(system, officers.leader)).dossierId}`;
  });
  afterAll(async () => {
    // Whatever was refused has changed nothing.
    const rows = await system.sql('SELECT status, version FROM workflow.case_file');
    await system.stop();
    expect(rows).toEqual([{ status: 'open', version: 1 }]);
  });

  it.each<[string, unknown, number, string]>([
    ['malformed JSON', '{"reason": ', 400, 'REQUEST.MALFORMED'],
    ['a list for an object', [], 422, 'REQUEST.INVALID'],
    ['a body that is too large', { reason: 'x'.repeat(2 * MEBIBYTE) }, 413, 'REQUEST.TOO_LARGE'],
    ['no body', undefined, 422, 'REQUEST.INVALID'],
    ['a reason of blanks', { reason: '   ' }, 422, 'REQUEST.INVALID'],
    ['a reason that is too long', { reason: 'x'.repeat(2001) }, 422, 'REQUEST.INVALID'],
    ['a field that nobody knows', { reason: 'x', status: 'completed' }, 422, 'REQUEST.INVALID'],
  ])('%s', async (_, body, status, code) => {
    const answer = await stop(officers.leader, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('says what is wrong in the language of the caller', async () => {
    const [vi, en] = [
      await stop(officers.leader, {}),
      await stop(officers.leader, {}, { headers: { 'accept-language': 'en' } }),
    ];
    expect(vi.body).toMatchObject({ title: 'Dữ liệu gửi lên chưa hợp lệ', errors: [{ pointer: '/reason' }, {}, {}] });
    expect(en.body).toMatchObject({ title: 'The request has invalid fields' });
  });

  it.each([
    ['none', undefined],
    ['expired', { expiresAt: 1 }],
    ['of a foreign issuer', { issuer: 'https://issuer.example' }],
    ['signed with a foreign key', { foreignKey: true }],
    ['for another audience', { audience: 'https://other.example' }],
    ['an id token', { typ: 'JWT' }],
  ])('a token that is %s', async (_, flaw) => {
    const token = flaw && (await system.issuer.token({ sub: 'leader', roles: ['leader'], agency: 'H48.12' }, flaw));
    const answer = await stop(system.anonymous().with(token === undefined ? {} : { token }), { reason: 'x' });
    expect([answer.status, answer.body.code]).toEqual([401, 'ACCESS.UNAUTHENTICATED']);
  });

  it("a citizen at an officer's work, and another agency's officer, who is told nothing", async () => {
    const citizen = await system.as({ sub: 'citizen', roles: ['citizen'] });
    expect((await stop(citizen, { reason: 'x' })).status).toBe(403);
    expect(await stop(officers.outsider, { reason: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'RESOURCE.NOT_FOUND' },
    });
  });

  it('an identifier that is none, and a case that does not exist', async () => {
    expect((await officers.leader.get('/workflow/v1/cases/7')).status).toBe(400);
    const unknown = '/workflow/v1/cases/019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e';
    const answer = await officers.leader.get(unknown);
    expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([404, 'NOT_YET_KNOWN', '1']);
    expect((await officers.leader.post(`${unknown}/stop`, { reason: 'x' }, { ifMatch: '"1"' })).status).toBe(404);
    expect((await officers.leader.get('/workflow/v1/tasks/019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e')).status).toBe(404);
  });
});
