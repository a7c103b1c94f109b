import {
  CaseAcceptanceUndoneV1,
  CaseApologisedV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseOpenedV1,
  CaseResultIssuedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  CaseStoppedV1,
  CaseSupplementCancelledV1,
  CaseSupplementCompletedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  CaseWithdrawnV1,
  type Contract,
  DossierSupplementExpiredV1,
  PaymentBreakFoundV1,
  sampleOf,
} from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { type Intake, pdf, startIntake } from '../testing/intake.fixture.js';

describe('the case decides, and intake applies it as fact', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  /** Delivers every event twice, and waits until it is applied. */
  const deliver = async <Data extends object>(
    contract: Contract<Data>,
    id: string,
    change: object = {},
  ): Promise<void> => {
    const { foreign } = intake.system;
    const message = await foreign.deliver(contract, id, {
      ...(sampleOf(contract) as object),
      dossierId: id,
      ...change,
    });
    const sequence = Number(message.headers['ce_sequence']);
    await eventually(async () => {
      const [row] = await intake.system.sql<{ n: number }>(
        'SELECT last_sequence AS n FROM intake.inbox_position WHERE topic = $1 AND key = $2',
        [contract.topic, id],
      );
      return row?.n === sequence;
    });
  };
  const history = async (id: string): Promise<Json[]> =>
    (await intake.citizen.get(`/intake/v1/dossiers/${id}/history`)).body.items;
  const accepted = () => intake.accepted({ procedureCode: '2.000001' });
  const look = (id: string): Promise<Json> => intake.get(intake.citizen, id);

  it('goes to processing when the first task is claimed, and shows who holds it', async () => {
    const { id } = await accepted();
    await deliver(CaseOpenedV1, id, { agency: 'H48.12', firstStep: { code: 'PHAN-CONG', name: 'Phân công' } });
    expect(await look(id)).toMatchObject({
      status: 'accepted',
      holder: { agency: 'H48.12', step: 'Phân công', officerName: null },
      etag: '"6"',
    });
    await deliver(CaseStartedV1, id, {
      agency: 'H48.12',
      officer: { subject: 'specialist', name: 'Trần Thị Mẫu' },
      startedAt: '2026-11-23T10:00:00+07:00',
    });
    expect(await look(id)).toMatchObject({
      status: 'processing',
      statusSince: '2026-11-23T10:00:00+07:00',
      holder: { officerName: 'Trần Thị Mẫu' },
      etag: '"7"',
    });
    await deliver(CaseStepChangedV1, id, {
      agency: 'H48.04',
      agenciesWithTask: ['H48.04'],
      step: { code: 'XIN-Y-KIEN', name: 'Xin ý kiến' },
      officer: null,
    });
    expect(await look(id)).toMatchObject({
      holder: { agency: 'H48.04', agencyName: 'Sở Tư pháp', step: 'Xin ý kiến', officerName: null },
    });
    // An agency with a task on it sees it.
    expect((await intake.otherClerk.get(`/intake/v1/dossiers/${id}`)).status).toBe(200);
    const { body: list } = await intake.otherClerk.get('/intake/v1/dossiers');
    expect(list.items.map(({ id: listed }: { id: string }) => listed)).toEqual([id]);
    await deliver(CaseStepChangedV1, id, { agency: 'H48.12', officer: null, agenciesWithTask: ['H48.12'] });
    expect((await intake.otherClerk.get(`/intake/v1/dossiers/${id}`)).status).toBe(404);
    expect((await intake.otherClerk.get('/intake/v1/dossiers')).body.items).toEqual([]);
    expect((await history(id)).map(({ action }) => action).slice(-4)).toEqual([
      'caseOpened',
      'caseStarted',
      'caseStepChanged',
      'caseStepChanged',
    ]);
    expect(await intake.statuses(id)).toEqual(['draft→registered', 'registered→accepted', 'accepted→processing']);
  });

  it('is seen by every agency that is consulted, as long as it is, while the competent one holds it (R23)', async () => {
    const { id } = await accepted();
    const seen = async (): Promise<[number, boolean]> => [
      (await intake.otherClerk.get(`/intake/v1/dossiers/${id}`)).status,
      (await intake.otherClerk.get('/intake/v1/dossiers')).body.items.some((one: { id: string }) => one.id === id),
    ];
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    const step = { code: 'consultation', name: 'Lấy ý kiến' };
    await deliver(CaseStepChangedV1, id, {
      agency: 'H48.12',
      officer: null,
      step,
      agenciesWithTask: ['H48.04', 'H48.05'],
    });
    expect(await seen()).toEqual([200, true]);
    expect(await look(id)).toMatchObject({ holder: { agency: 'H48.12', step: 'Lấy ý kiến' } });
    await deliver(CaseStepChangedV1, id, { agency: 'H48.12', officer: null, step, agenciesWithTask: ['H48.05'] });
    expect(await seen()).toEqual([404, false]);
  });

  it('goes on where the case has taken its request back, told once or twice', async () => {
    const { id } = await accepted();
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    await deliver(CaseSupplementRequestedV1, id, { number: 1 });
    const cancelled = { number: 1, reason: 'Yêu cầu nhầm', promisedDueAt: '2026-12-02T14:58:00+07:00' };
    await deliver(CaseSupplementCancelledV1, id, cancelled);
    await deliver(CaseSupplementCancelledV1, id, cancelled);
    expect(await look(id)).toMatchObject({
      status: 'processing',
      promisedDueAt: '2026-12-02T14:58:00+07:00',
      supplementRequests: [{ cancelledReason: 'Yêu cầu nhầm', givenAt: null }],
    });
  });

  it('awaits a supplement of the case, paused, and goes on with new due dates when it was completed', async () => {
    const { id } = await accepted();
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    await deliver(CaseSupplementRequestedV1, id, {
      number: 1,
      items: [{ component: 'BAN-VE', field: null, reason: 'Mờ' }],
    });
    await deliver(CaseDeadlineAdjustedV1, id, { statutoryDueAt: null, promisedDueAt: null });
    expect(await look(id)).toMatchObject({
      status: 'supplementRequired',
      reason: 'Mờ',
      statutoryDueAt: null,
      promisedDueAt: null,
      supplementRequests: [{ number: 1, beforeAcceptance: false }],
    });
    await deliver(CaseSupplementDeadlineAdjustedV1, id, { number: 1, deadlineAt: '2026-12-14T15:30:00+07:00' });
    expect((await look(id)).supplementRequests).toMatchObject([{ deadlineAt: '2026-12-14T15:30:00+07:00' }]);
    expect((await history(id)).at(-1)).toMatchObject({ action: 'supplementDeadlineAdjusted', detail: { rule: 'R5' } });
    await deliver(CaseSupplementRejectedV1, id, { number: 1, reason: 'Không đúng bản vẽ' });
    expect(await look(id)).toMatchObject({
      status: 'supplementRequired',
      supplementRequests: [{ givenAt: null, rejectedReason: 'Không đúng bản vẽ' }],
    });
    await deliver(CaseSupplementCompletedV1, id, {
      number: 1,
      completedAt: '2026-11-25T10:00:00+07:00',
      statutoryDueAt: '2026-12-07T08:00:00+07:00',
      promisedDueAt: '2026-12-04T15:00:00+07:00',
    });
    expect(await look(id)).toMatchObject({
      status: 'processing',
      reason: null,
      statutoryDueAt: '2026-12-07T08:00:00+07:00',
      promisedDueAt: '2026-12-04T15:00:00+07:00',
      supplementRequests: [{ completedAt: '2026-11-25T10:00:00+07:00', rejectedReason: null }],
    });
    const slip = await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/01`, {
      headers: { accept: 'application/json' },
    });
    // The slip keeps what it promised; the due dates in force are the case's (R12).
    expect(slip.body.statutoryDueAt).toMatch(/^2026-12-0[23]/);
    expect((await intake.published(id)).at(-1)?.data).toMatchObject({
      to: 'processing',
      decidedBy: 'workflow',
      dueAt: '2026-12-04T15:00:00+07:00',
    });
  });

  it('says once to the case that a supplement has not come by its deadline, and takes none from then on (R9)', async () => {
    const expiredOf = async (id: string): Promise<Json[]> =>
      (await intake.published(id)).filter(({ type }) => type === DossierSupplementExpiredV1.type);
    const asked = async (): Promise<string> => {
      const { id } = await accepted();
      await deliver(CaseSupplementRequestedV1, id, {
        number: 1,
        items: [{ component: 'BAN-VE', field: null, reason: 'Mờ' }],
        deadlineAt: '2026-12-10T08:00:00+07:00',
      });
      return id;
    };
    const [late, ended, given] = [await asked(), await asked(), await asked()];
    await deliver(CaseStoppedV1, ended, { reason: 'Không còn căn cứ', by: null });
    const path = (id: string): string => `/intake/v1/dossiers/${id}/supplement-requests/1/completion`;
    const uploaded = await intake.upload(intake.citizen, given, 'BAN-VE');
    await intake.system.passTo('2026-12-10T07:59:00+07:00');
    expect((await intake.citizen.post(path(given), {}, { ifMatch: uploaded.etag })).status).toBe(202);
    expect(await expiredOf(late)).toEqual([]);
    const { etag } = await intake.upload(intake.citizen, late, 'BAN-VE');
    await intake.system.passTo('2026-12-10T08:00:00.001+07:00');
    const [expired] = await eventually(async () => {
      const events = await expiredOf(late);
      return events.length > 0 && events;
    });
    expect(expired?.data).toMatchObject({ number: 1, deadlineAt: '2026-12-10T08:00:00+07:00' });
    expect(await intake.citizen.post(path(late), {}, { ifMatch: etag })).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER.SUPPLEMENT_EXPIRED' },
    });
    await intake.system.passTo('2026-12-11T08:00:00+07:00');
    await eventually(
      async () =>
        (
          await intake.system.sql(
            'SELECT FROM intake.supplement_request WHERE lapsed_at IS NOT NULL AND cancelled_at IS NULL',
          )
        ).length === 2,
    );
    expect([await expiredOf(late), await expiredOf(ended), await expiredOf(given)].map(({ length }) => length)).toEqual(
      [1, 0, 0],
    );
    expect((await history(late)).at(-1)).toMatchObject({
      action: 'supplementExpired',
      actor: 'system:expire-supplements',
    });
    expect(await look(late)).toMatchObject({ status: 'supplementRequired' });
    await deliver(CaseStoppedV1, late, { reason: 'Quá thời hạn bổ sung hồ sơ lần 1', by: null });
    expect(await look(late)).toMatchObject({ status: 'stopped' });
  });

  it('stops by the case, with its reason', async () => {
    const { id } = await accepted();
    await deliver(CaseStoppedV1, id, { reason: 'Quá hạn bổ sung', by: null });
    expect(await look(id)).toMatchObject({ status: 'stopped', reason: 'Quá hạn bổ sung', allowedActions: [] });
    expect((await intake.published(id)).at(-1)?.data).toMatchObject({
      from: 'accepted',
      to: 'stopped',
      reason: 'Quá hạn bổ sung',
      decidedBy: 'workflow',
    });
  });

  it('waits for its reception again where the acceptance was undone, and is accepted anew (R12)', async () => {
    const drafted = await intake.draft(intake.citizen, { procedureCode: '2.000001' }, []);
    // Papers that no other dossier has put into the store before.
    for (const component of ['DON-DE-NGHI', 'BAN-VE'])
      await intake.upload(intake.citizen, drafted.id, component, pdf(`Tiếp nhận nhầm ${component}`));
    const { etag: seen } = await look(drafted.id);
    const submitted = await intake.citizen.post(`/intake/v1/dossiers/${drafted.id}/submission`, {}, { ifMatch: seen });
    const before = { id: drafted.id, etag: submitted.etag };
    const { receptionDueAt } = await look(before.id);
    const accept = async (ifMatch: string): Promise<Json> =>
      (await intake.clerk.post(`/intake/v1/dossiers/${before.id}/acceptance`, {}, { ifMatch })).body;
    await accept(before.etag);
    const papers = async (): Promise<number> =>
      (await intake.system.sql('SELECT FROM intake.store_item WHERE dossier_id = $1', [before.id])).length;
    const kept = await papers();
    expect(kept).toBeGreaterThan(0);
    await deliver(CaseStartedV1, before.id, { agency: 'H48.12' });
    const reason = 'Tiếp nhận nhầm hồ sơ cùng tên';
    const by = { subject: 'leader', name: 'Lê Văn Mẫu' };
    await deliver(CaseAcceptanceUndoneV1, before.id, { reason, by, undoneAt: '2026-11-23T11:00:00+07:00' });
    const undone = await look(before.id);
    expect(undone).toMatchObject({
      status: 'registered',
      statusSince: '2026-11-23T11:00:00+07:00',
      reason,
      acceptedAt: null,
      promisedDueAt: null,
      statutoryDueAt: null,
      receptionDueAt,
      holder: { agency: 'H48.12', step: null, officerName: null },
    });
    expect((await intake.get(intake.clerk, before.id)).allowedActions).toEqual(
      expect.arrayContaining(['accept', 'refuse', 'requestSupplement', 'correct']),
    );
    expect(await papers()).toBe(0);
    const form = await intake.clerk.get(`/intake/v1/dossiers/${before.id}/forms/01`);
    expect(form.body.code).toBe('DOSSIER.FORM_NOT_AVAILABLE');
    expect((await intake.published(before.id)).slice(-2)).toMatchObject([
      { data: { reason, undoneBy: by, undoneAt: '2026-11-23T11:00:00+07:00' } },
      { data: { from: 'processing', to: 'registered', reason } },
    ]);
    expect((await history(before.id)).at(-1)).toMatchObject({ action: 'acceptanceUndone', detail: { reason } });
    const again = await accept(undone.etag);
    expect(again).toMatchObject({ status: 'accepted', reason: null });
    expect(await papers()).toBe(kept);
    expect((await intake.clerk.get(`/intake/v1/dossiers/${before.id}/forms/01`)).status).toBe(200);
  });

  it('awaits its fee again where the acceptance that is undone had only named a receipt (R16)', async () => {
    const { id, etag } = await intake.submit(intake.clerk, { channel: 'counter' });
    const naming = { cashReceiptNumber: 'BL-HUY' };
    await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, naming, { ifMatch: etag });
    await deliver(CaseAcceptanceUndoneV1, id);
    expect(await intake.get(intake.clerk, id)).toMatchObject({ status: 'paymentRequired', owed: 230_000 });
    expect((await intake.statuses(id)).slice(-2)).toEqual(['accepted→registered', 'registered→paymentRequired']);
  });

  it('is withdrawn when the case agrees, and goes on when it does not', async () => {
    const [one, two] = [await accepted(), await accepted()];
    for (const { id, etag } of [one, two])
      await intake.citizen.post(`/intake/v1/dossiers/${id}/withdrawal`, { reason: 'Đổi ý' }, { ifMatch: etag });
    await deliver(CaseWithdrawnV1, one.id, { reason: 'Đổi ý' });
    expect(await look(one.id)).toMatchObject({ status: 'withdrawn', reason: 'Đổi ý', withdrawalRequestedAt: null });
    await deliver(CaseWithdrawalRefusedV1, two.id, { reason: 'Đã ký kết quả' });
    expect(await look(two.id)).toMatchObject({
      status: 'accepted',
      withdrawalRequestedAt: null,
      allowedActions: ['withdraw', 'changeContact'],
    });
    expect((await history(two.id)).at(-1)).toMatchObject({
      action: 'withdrawalRefused',
      detail: { reason: 'Đã ký kết quả' },
    });
  });

  it('passes through processing on the way from accepted to processed, at the time of the event', async () => {
    const { id } = await accepted();
    await deliver(CaseResultIssuedV1, id);
    await deliver(CaseCompletedV1, id, {
      completedAt: '2026-11-26T09:00:00+07:00',
      outcome: 'denied',
      resultCode: null,
    });
    expect(await intake.statuses(id)).toEqual([
      'draft→registered',
      'registered→accepted',
      'accepted→processing',
      'processing→processed',
    ]);
    expect(await intake.get(intake.clerk, id)).toMatchObject({
      status: 'processed',
      outcome: 'denied',
      statusSince: '2026-11-26T09:00:00+07:00',
      results: [{ number: sampleOf(CaseResultIssuedV1).number }],
      allowedActions: ['return', 'correct', 'changeContact'],
    });
  });

  it('does not move where no rule leads, but says so in the history', async () => {
    const { id, etag } = await intake.registered({ procedureCode: '2.000001' });
    await intake.clerk.post(
      `/intake/v1/dossiers/${id}/refusal`,
      { reason: 'x', faults: [{ component: 'BAN-VE', reason: 'y' }] },
      { ifMatch: etag },
    );
    await deliver(CaseStoppedV1, id, { reason: 'Lạc' });
    expect(await look(id)).toMatchObject({ status: 'refused', reason: 'x' });
    expect((await history(id)).at(-1)).toMatchObject({ action: 'stopped', detail: { unexpectedInStatus: 'refused' } });
  });

  it('notes an apology for lateness in the history, and moves no date (R13)', async () => {
    const { id } = await accepted();
    const { promisedDueAt } = await look(id);
    await deliver(CaseApologisedV1, id);
    expect((await history(id)).at(-1)).toMatchObject({
      action: 'apologised',
      detail: { newDueAt: '2026-12-07T15:00:00+07:00' },
    });
    expect((await look(id)).promisedDueAt).toBe(promisedDueAt);
  });

  it('notes a break of payment in the history', async () => {
    const { id } = await intake.submit();
    await deliver(PaymentBreakFoundV1, id, { kind: 'amountDiffers', ours: '115000', theirs: '1' });
    expect((await history(id)).at(-1)).toMatchObject({
      action: 'paymentBreakFound',
      detail: { kind: 'amountDiffers', ours: '115000', theirs: '1' },
    });
  });

  it('changes no status while a part of what is due first is owed still', async () => {
    const { id } = await intake.submit();
    await intake.pay(id, { collectedAt: ['beforeReturn'] });
    await eventually(async () => (await look(id)).etag === '"5"');
    expect((await look(id)).status).toBe('paymentRequired');
  });
});
