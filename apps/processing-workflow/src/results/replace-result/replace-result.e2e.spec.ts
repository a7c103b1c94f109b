import { readEventData } from '@motcua/platform';
import { CaseResultIssuedV1, CaseResultRevokedV1 } from '@motcua/contracts';
import type { ApiClient, ApiResponse, Json, TestSystem } from '@motcua/testing';
import {
  aPdf,
  caseOf,
  endStep,
  type Officers,
  officersOf,
  openNamedCase,
  published,
  startWorkflow,
  upload,
} from '../../testing/workflow.fixture.js';

describe('a result that was issued (R20)', () => {
  let system: TestSystem;
  let officers: Officers;
  let path: string;
  let dossierId: string;

  const act = async (officer: ApiClient, way: string, body?: unknown): Promise<ApiResponse> =>
    officer.post(`${path}/results/${way}`, body, { ifMatch: (await caseOf(officers.leader, dossierId)).etag });
  const replace = async (officer: ApiClient, n: number, query: string): Promise<ApiResponse> =>
    act(officer, `${n}/replacement?${query}`, upload(await aPdf(query)));
  const results = async (): Promise<Json[]> => (await officers.leader.get(`${path}/results`)).body.items;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
  });
  beforeEach(async () => {
    // Received by another agency than the one that decides.
    ({ dossierId } = await openNamedCase(system, officers.leader, { receivingAgency: 'H48.04' }));
    path = `/workflow/v1/cases/${dossierId}`;
    await endStep(officers.leader, dossierId, 'forward');
    await endStep(officers.specialist, dossierId, 'forward');
    await endStep(officers.leader, dossierId, 'approve');
    await officers.leader.post(`${path}/results?number=${dossierId.slice(-4)}/GCN`, upload(await aPdf(dossierId)));
    await endStep(officers.leader, dossierId, 'sign');
  });
  afterAll(() => system.stop());

  it('is replaced with a file and a number of its own, and the case stays completed', async () => {
    const old = (await results())[0]!;
    const made = await replace(officers.leader, 1, `number=77/${dossierId.slice(-4)}&reason=Sai tên chủ cơ sở`);
    expect(made).toMatchObject({
      status: 201,
      body: { n: 2, state: 'signed', replaces: 1, resultCode: old.resultCode, signedBy: { subject: 'leader' } },
    });
    expect(await results()).toMatchObject([
      { n: 1, state: 'revoked', revokedReason: 'Sai tên chủ cơ sở', replacedBy: 2 },
      { n: 2, state: 'signed', replaces: 1, replacedBy: null },
    ]);
    expect((await caseOf(officers.leader, dossierId)).body).toMatchObject({ status: 'completed', decision: 'granted' });
    const [issued, revoked] = (await published(system, dossierId)).slice(-2);
    expect([issued, revoked]).toMatchObject([
      {
        type: 'result-issued',
        data: { replaces: { number: old.number, sha256: old.sha256, reason: 'Sai tên chủ cơ sở' } },
      },
      { type: 'result-revoked', data: { number: old.number, replacedBy: made.body.number, name: old.name } },
    ]);
    await readEventData(CaseResultIssuedV1, issued!.data);
    await readEventData(CaseResultRevokedV1, revoked!.data);
    const again = await replace(officers.leader, 1, 'reason=Nữa');
    expect(again).toMatchObject({ status: 409, body: { code: 'CASE.RESULT_REPLACED', replacedBy: 2 } });
    const { body } = await officers.leader.get(`${path}/history`);
    expect(body.items.at(-1)).toMatchObject({ action: 'resultReplaced', detail: { n: 1, by: 2 } });
  });

  it('is revoked and issued anew later, and then keeps the reason of its revocation', async () => {
    expect((await act(officers.leader, '1/revocation', { reason: 'Cấp sai đối tượng' })).status).toBe(201);
    const made = await act(officers.leader, '1/generated-replacement', {
      reason: 'Cấp lại sau khi thu hồi',
      paragraphs: ['Chứng nhận cơ sở đủ điều kiện.'],
      validUntil: '2031-12-31',
    });
    expect(made).toMatchObject({ status: 201, body: { n: 2, state: 'signed', validUntil: '2031-12-31' } });
    expect(await results()).toMatchObject([{ n: 1, revokedReason: 'Cấp sai đối tượng', replacedBy: 2 }, { n: 2 }]);
    const told = (await published(system, dossierId)).filter(({ type }) => type.startsWith('result-'));
    expect(told.map(({ type }) => type)).toEqual(['result-issued', 'result-revoked', 'result-issued']);
  });

  it('is nobody’s to replace or revoke but who may sign for the competent agency', async () => {
    // A leader of the agency that received it, and one of the competent agency whom the register does not entitle.
    const unentitled = await system.as({ sub: 'other', roles: ['leader'], name: 'Cán bộ other', agency: 'H48.12' });
    for (const officer of [officers.outsider, unentitled]) {
      const refused = { status: 403, body: { code: 'SIGNER.NOT_ENTITLED', entitled: [{ subject: 'leader' }] } };
      expect(await replace(officer, 1, 'reason=Sai')).toMatchObject(refused);
      expect(await act(officer, '1/revocation', { reason: 'Sai' })).toMatchObject(refused);
    }
    expect((await replace(officers.specialist, 1, 'reason=Sai')).status).toBe(403);
    expect((await replace(officers.leader, 1, 'name=Không lý do')).body.errors[0]).toMatchObject({
      pointer: '/reason',
    });
    expect((await replace(officers.leader, 9, 'reason=Sai')).status).toBe(404);
    expect(await results()).toMatchObject([{ n: 1, state: 'signed' }]);
  });
});
