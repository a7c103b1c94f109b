import {
  CaseFeeDemandedV1,
  DossierFeeDemandedV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  sampleOf,
} from '@motcua/contracts';
import { type ApiResponse, eventually } from '@motcua/testing';
import { everyEventFits } from '../testing/every-event-fits.fixture.js';
import { type Intake, pdf, startIntake, uploadOf } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const DEMAND = {
  lines: [
    { kind: 'phi', name: 'Phí thẩm định bổ sung', amount: 150_000 },
    { kind: 'lePhi', name: 'Lệ phí cấp giấy', amount: 20_000 },
  ],
  reason: 'Công trình thuộc cấp khác với cấp đã khai',
  legalBasis: 'Thông tư số 44/2018/TT-BTC',
};
const ON_DEMAND = { collectedAt: ['onDemand'], demandedAt: sampleOf(CaseFeeDemandedV1).demand.demandedAt };

describe('a fee that arises after the submission (status 6)', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const post = (id: string, what: string, body: object, ifMatch: string, client = intake.clerk): Promise<ApiResponse> =>
    client.post(`/intake/v1/dossiers/${id}/${what}`, body, { ifMatch });

  const paidLines = async (id: string): Promise<unknown[]> =>
    (await intake.clerk.get(`/intake/v1/dossiers/${id}/history`)).body.items.filter(
      ({ action }: { action: string }) => action === 'paid',
    );

  it('is asked by the one-stop before the acceptance, with reason and legal basis, and leads back when it is paid (R16)', async () => {
    const { id, etag } = await intake.registered(FREE);
    const asked = await post(id, 'fee-demands', DEMAND, etag);
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({
        status: 'paymentRequired',
        statusNumber: 6,
        reason: DEMAND.reason,
        receptionDueAt: null,
        feeDemand: expect.objectContaining({
          number: 1,
          legalBasis: DEMAND.legalBasis,
          demandedBy: 'Nguyễn Văn Mẫu',
          paidAt: null,
          // Ten working days from Monday, and the 24th is a holiday.
          deadlineAt: expect.stringMatching(/^2026-12-08T08:0/),
        }),
      }),
    ]);
    expect(asked.body.feeLines).toMatchObject([
      { code: 'PHAT-SINH-1-1', net: 150_000, collectedAt: 'onDemand' },
      { code: 'PHAT-SINH-1-2', net: 20_000, kind: 'lePhi' },
    ]);
    expect((await intake.published(id)).filter(({ type }) => type === DossierFeeDemandedV1.type)).toHaveLength(1);
    const again = await post(id, 'fee-demands', DEMAND, asked.etag);
    expect(again.body).toMatchObject({
      status: 409,
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      dossierStatus: 'paymentRequired',
      targetStatus: 'paymentRequired',
    });
    await intake.pay(id, { ...ON_DEMAND, demandedAt: asked.body.feeDemand.demandedAt });
    await intake.until(id, 'registered');
    expect(await intake.get(intake.citizen, id)).toMatchObject({
      reason: null,
      receptionDueAt: expect.any(String),
      feeDemand: { paidAt: expect.any(String) },
    });
    expect(await intake.statuses(id)).toEqual([
      'draft→registered',
      'registered→paymentRequired',
      'paymentRequired→registered',
    ]);
    expect(await everyEventFits(intake.system)).toContain(DossierFeeDemandedV1.type);
  });

  it('is refused without a reason, without lines, and to who does not receive', async () => {
    const { id, etag } = await intake.registered(FREE);
    expect((await post(id, 'fee-demands', { ...DEMAND, reason: ' ' }, etag)).status).toBe(422);
    expect((await post(id, 'fee-demands', { ...DEMAND, lines: [] }, etag)).body).toMatchObject({
      code: 'REQUEST.INVALID',
      errors: [{ pointer: '/lines' }],
    });
    expect((await post(id, 'fee-demands', DEMAND, etag, intake.citizen)).status).toBe(403);
  });

  it('has its notice as a file, of the one-stop or of the case, which the applicant reads in the dossier (R21)', async () => {
    const { id, etag } = await intake.registered(FREE);
    const notice = () => uploadOf(pdf('Thông báo nộp phí'), 'tb-phi.pdf');
    const path = (number: number): string => `/intake/v1/dossiers/${id}/fee-demands/${number}/files`;
    // Nothing is demanded yet.
    expect((await intake.clerk.post(path(1), notice())).status).toBe(404);
    expect((await post(id, 'fee-demands', DEMAND, etag)).body.feeDemand.notice).toBeNull();
    expect((await intake.citizen.post(path(1), notice())).status).toBe(403);
    expect((await intake.otherClerk.post(path(1), notice())).status).toBe(404);
    const { status, body: file } = await intake.clerk.post(path(1), notice());
    expect([status, file]).toMatchObject([201, { name: 'tb-phi.pdf', component: 'THONG-BAO-PHI' }]);
    const read = await intake.get(intake.citizen, id);
    expect(read.feeDemand.notice).toEqual({ fileId: file.id, name: 'tb-phi.pdf' });
    const content = `/intake/v1/files/${file.id}/content`;
    expect([(await intake.citizen.get(content)).status, (await intake.otherCitizen.get(content)).status]).toEqual([
      200, 404,
    ]);
    await intake.pay(id, { ...ON_DEMAND, demandedAt: read.feeDemand.demandedAt });
    const paid = await intake.until(id, 'registered');
    // It stays readable, and the case's demand has one of its own, of who works on the case.
    expect((await intake.get(intake.citizen, id)).feeDemand.notice.fileId).toBe(file.id);
    await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, {}, { ifMatch: paid });
    const demand = { ...sampleOf(CaseFeeDemandedV1).demand, number: 2, demandedAt: '2026-11-27T09:00:00+07:00' };
    await intake.system.foreign.deliver(CaseFeeDemandedV1, id, { dossierId: id, demand });
    await intake.until(id, 'paymentRequired');
    expect((await intake.get(intake.citizen, id)).feeDemand).toMatchObject({ number: 2, notice: null });
    const specialist = await intake.system.as({ sub: 'specialist', roles: ['specialist'], agency: 'H48.12' });
    expect((await specialist.post(path(1), notice())).status).toBe(404);
    const ofCase = await specialist.post(path(2), uploadOf(pdf('Thông báo 2'), 'tb-2.pdf'));
    const { feeDemand, files } = await intake.get(intake.citizen, id);
    expect(feeDemand.notice).toEqual({ fileId: ofCase.body.id, name: 'tb-2.pdf' });
    expect(files.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([file.id, ofCase.body.id]));
    // A payment of it says nothing about its notice, and the events tell of no file.
    expect(await everyEventFits(intake.system)).toContain(DossierFeeDemandedV1.type);
  });

  it('is owed again where its payment was a mistake of the counter, and a fee before the acceptance too: back to status 6 (R16)', async () => {
    const { id } = await intake.registered();
    const sample = { ...sampleOf(PaymentReversedV1), dossierId: id };
    await intake.system.foreign.deliver(PaymentReversedV1, id, sample);
    await intake.until(id, 'paymentRequired');
    expect(await intake.get(intake.citizen, id)).toMatchObject({ reason: sample.note, receptionDueAt: null });
    await intake.pay(id);
    const etag = await intake.until(id, 'registered');
    expect(await intake.statuses(id)).toEqual([
      'draft→paymentRequired',
      'paymentRequired→registered',
      'registered→paymentRequired',
      'paymentRequired→registered',
    ]);
    expect((await intake.clerk.post(`/intake/v1/dossiers/${id}/acceptance`, {}, { ifMatch: etag })).status).toBe(201);
    // Accepted, it goes on: what is owed again is paid before its result is handed out.
    await intake.system.foreign.deliver(PaymentReversedV1, id, sample);
    await eventually(async () => {
      const rows = await intake.system.sql<{ owed: number }>(
        'SELECT unpaid_before_acceptance AS owed FROM intake.dossier WHERE id = $1',
        [id],
      );
      return Number(rows[0]?.owed) > 0;
    });
    expect((await intake.get(intake.clerk, id)).status).toBe('accepted');
  });

  it('is asked by the case after the acceptance, once however often it is told, and leads back to where it came from', async () => {
    const { id } = await intake.accepted(FREE);
    const sample = sampleOf(CaseFeeDemandedV1);
    await intake.system.foreign.deliver(CaseFeeDemandedV1, id, { ...sample, dossierId: id });
    await intake.until(id, 'paymentRequired');
    const waiting = await intake.get(intake.citizen, id);
    expect(waiting).toMatchObject({
      reason: sample.demand.reason,
      feeDemand: { number: 1, demandedBy: sample.demand.demandedBy.name },
    });
    expect(waiting.feeLines).toHaveLength(1);
    const paid = {
      ...sampleOf(PaymentReceivedV1),
      ...ON_DEMAND,
      dossierId: id,
    };
    await intake.system.foreign.deliver(PaymentReceivedV1, id, paid);
    await intake.until(id, 'accepted');
    expect((await intake.statuses(id)).slice(-2)).toEqual(['accepted→paymentRequired', 'paymentRequired→accepted']);
  });

  it('that is paid before this service has heard of it waits for it, and does not leave the dossier in status 6', async () => {
    const { id } = await intake.accepted(FREE);
    await intake.pay(id, ON_DEMAND);
    await eventually(async () => {
      const [row] = await intake.system.sql<{ state: string }>(`SELECT state FROM intake.inbox_parked WHERE key = $1`, [
        id,
      ]);
      return row?.state === 'waiting';
    });
    await intake.system.foreign.deliver(CaseFeeDemandedV1, id, { ...sampleOf(CaseFeeDemandedV1), dossierId: id });
    await intake.until(id, 'accepted');
    await eventually(async () => (await intake.get(intake.citizen, id)).feeDemand?.paidAt !== undefined);
    await eventually(async () => (await intake.statuses(id)).at(-1) === 'paymentRequired→accepted');
  });

  it('stays due where the payment of an earlier one, or of another fee, comes after it', async () => {
    const { id } = await intake.accepted(FREE);
    const { demand } = sampleOf(CaseFeeDemandedV1);
    const [first, second] = [demand.demandedAt, '2026-11-27T09:00:00+07:00'];
    const deliver = async (data: object): Promise<void> => {
      const { foreign } = intake.system;
      await foreign.deliver(PaymentReceivedV1, id, { ...sampleOf(PaymentReceivedV1), dossierId: id, ...data });
    };
    await intake.system.foreign.deliver(CaseFeeDemandedV1, id, { dossierId: id, demand });
    await intake.system.foreign.deliver(CaseFeeDemandedV1, id, {
      dossierId: id,
      demand: { ...demand, number: 2, demandedAt: second },
    });
    await eventually(async () => (await intake.get(intake.citizen, id)).feeDemand?.number === 2);
    await deliver({ ...ON_DEMAND, demandedAt: first });
    // Payment had not heard of any demand when this came.
    await deliver({ collectedAt: ['beforeReturn'], amount: 25_000, reference: 'H4826112400000002' });
    await eventually(async () => (await paidLines(id)).length === 2);
    expect(await intake.get(intake.citizen, id)).toMatchObject({
      status: 'paymentRequired',
      feeDemand: { number: 2, paidAt: null },
    });
    await deliver({ ...ON_DEMAND, demandedAt: second, reference: 'H4826112400000003' });
    await intake.until(id, 'accepted');
    expect((await intake.get(intake.citizen, id)).feeDemand).toMatchObject({ number: 2, paidAt: expect.any(String) });
  });

  it('keeps nobody from being refused while a supplement is awaited before the acceptance (R21)', async () => {
    const { id, etag } = await intake.registered(FREE);
    const items = [{ component: 'BAN-VE', reason: 'Thiếu chữ ký' }];
    const asked = await post(id, 'supplement-requests', { items }, etag);
    const refused = await post(id, 'refusal', { reason: 'Không thuộc phạm vi giải quyết', faults: items }, asked.etag);
    expect([refused.status, refused.body.status]).toEqual([201, 'refused']);
    expect((await intake.statuses(id)).at(-1)).toBe('supplementRequired→refused');
  });
});
