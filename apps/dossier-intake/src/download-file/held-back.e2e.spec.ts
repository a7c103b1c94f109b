import {
  CaseCompletedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStartedV1,
  type Contract,
  DossierOtherDueAskedV1,
  DossierReceiptUnconfirmedV1,
  OfficerChangedV1,
  PaymentReversedV1,
  PaymentUnallocatedChangedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { type ApiClient, type ApiResponse, eventually, type Json } from '@motcua/testing';
import {
  CITIZEN_ID,
  type Intake,
  procedure,
  startIntake,
  tariffLine,
  uploadOf,
  pdf,
} from '../testing/intake.fixture.js';

const CODE = '2.000022';

describe('a result whose dossier owes a fee (R16)', () => {
  let intake: Intake;
  /** A file that is really in the store, so that its content can be asked for. */
  let file: { sha256: string; size: number; mediaType: string; name: string };

  const deliver = (contract: Contract, dossierId: string, change: object = {}) =>
    intake.system.foreign.deliver(contract, dossierId, { ...sampleOf(contract), dossierId, ...change });
  const processed = async (id: string): Promise<Json> => {
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    await deliver(CaseResultIssuedV1, id, { file, resultCode: `KQ.${id}`, number: `${id.slice(-6)}/GCN` });
    await deliver(CaseCompletedV1, id);
    await intake.until(id, 'processed');
    return intake.get(intake.citizen, id);
  };
  const content = async (client: ApiClient, { results }: Json): Promise<ApiResponse> =>
    client.get(`/intake/v1/files/${String(results[0].id)}/content`);
  const giveBack = async (id: string): Promise<ApiResponse> =>
    intake.clerk.post(
      `/intake/v1/dossiers/${id}/return`,
      { method: 'counter', receivedBy: { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' } },
      { ifMatch: (await intake.get(intake.clerk, id)).etag },
    );
  const paid = async (id: string, collectedAt: string): Promise<void> => {
    await intake.pay(id, { collectedAt: [collectedAt] });
    await eventually(async () => (await intake.get(intake.citizen, id)).owed === 0);
  };

  beforeAll(async () => {
    intake = await startIntake();
    const { foreign } = intake.system;
    await foreign.deliver(ProcedureVersionAnnouncedV1, CODE, procedure({ code: CODE }));
    await foreign.deliver(TariffChangedV1, CODE, {
      procedureCode: CODE,
      revision: 1,
      lines: [{ ...tariffLine, variant: null, amount: 50_000, collectedAt: 'beforeReturn' }],
    });
    await eventually(
      async () =>
        (await intake.system.sql('SELECT 1 FROM intake.tariff_copy WHERE procedure_code = $1', [CODE])).length > 0,
    );
    const { id } = await intake.draft(intake.citizen, { procedureCode: CODE }, []);
    const { body } = await intake.citizen.post(
      `/intake/v1/dossiers/${id}/files?component=BAN-VE`,
      uploadOf(pdf('Giấy phép')),
    );
    file = { sha256: body.sha256, size: body.size, mediaType: body.mediaType, name: 'giay-phep.pdf' };
  });
  afterAll(() => intake.stop());

  it('that is no PDF is handed out with the signature that lies beside it, and both are held back alike (R20)', async () => {
    const { id: draft } = await intake.draft(intake.citizen, { procedureCode: CODE }, []);
    const { body: p7s } = await intake.upload(intake.citizen, draft, 'DON-DE-NGHI', pdf('chữ ký'));
    const { id } = await intake.accepted({ procedureCode: CODE });
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    const signature = {
      sha256: p7s.sha256,
      size: p7s.size,
      mediaType: 'application/pkcs7-signature',
      name: 'kq.xml.p7s',
    };
    const xml = { ...file, mediaType: 'application/xml', name: 'kq.xml' };
    await deliver(CaseResultIssuedV1, id, { file: xml, signature, resultCode: 'KQ.XML', number: '7/GCN' });
    await deliver(CaseCompletedV1, id);
    await intake.until(id, 'processed');
    const dossier = await intake.get(intake.citizen, id);
    expect(dossier.results).toMatchObject([{ mediaType: 'application/xml', signedBeside: true }]);
    const beside = () => intake.citizen.get(`/intake/v1/files/${String(dossier.results[0].id)}/signature`);
    expect((await beside()).body).toMatchObject({ status: 409, code: 'DOSSIER.FEE_UNPAID' });
    await paid(id, 'beforeReturn');
    const { status, headers } = await beside();
    expect([status, headers.get('content-type'), headers.get('etag')]).toEqual([
      200,
      'application/pkcs7-signature',
      `"${String(p7s.sha256)}"`,
    ]);
    // A paper that was handed in has none.
    expect((await intake.citizen.get(`/intake/v1/files/${String(p7s.id)}/signature`)).status).toBe(404);
  });

  it('waits for the proof of what another body collects, which is shown and told and in no book of ours', async () => {
    const { id, code, etag } = await intake.accepted({ procedureCode: CODE });
    const path = `/intake/v1/dossiers/${id}/other-dues`;
    const tax = {
      ...{ name: 'Lệ phí trước bạ nhà, đất', amount: 1_250_000, collector: 'Thuế cơ sở 2', payBy: '2026-12-24' },
      ...{ legalBasis: 'Thông báo số 12/TB-TCS2', howToPay: 'Nộp tại ngân hàng', holdsBack: true },
    };
    expect((await intake.citizen.post(path, tax, { ifMatch: etag })).status).toBe(403);
    expect((await intake.otherClerk.post(path, tax, { ifMatch: etag })).status).toBe(404);
    expect((await intake.clerk.post(path, { ...tax, amount: 0 }, { ifMatch: etag })).status).toBe(422);
    const before = await intake.get(intake.citizen, id);
    const asked = await intake.clerk.post(path, tax, { ifMatch: etag });
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { status: before.status, owed: before.owed, feeDemand: null, otherDues: [{ ...tax, number: 1, proof: null }] },
    ]);
    const penalty = { ...tax, name: 'Tiền phạt', amount: 500_000, holdsBack: false };
    const also = await intake.clerk.post(path, penalty, { ifMatch: asked.etag });
    expect(also.status).toBe(201);
    const told = (await intake.published(id)).filter(({ type }) => type === DossierOtherDueAskedV1.type);
    expect(told.map(({ data }) => [data.number, data.amount, data.collector])).toEqual([
      [1, 1_250_000, 'Thuế cơ sở 2'],
      [2, 500_000, 'Thuế cơ sở 2'],
    ]);

    // The notice of the body is a file that the applicant may fetch, and no component of the dossier.
    const notice = uploadOf(pdf('Thông báo thuế'), 'thong-bao-thue.pdf');
    expect((await intake.citizen.post(`${path}/1/files?as=notice`, notice)).status).toBe(403);
    expect((await intake.clerk.post(`${path}/9/files?as=notice`, uploadOf(pdf('x')))).status).toBe(404);
    const given = await intake.clerk.post(`${path}/1/files?as=notice`, uploadOf(pdf('Thông báo thuế'), 'tb.pdf'));
    expect(given.status).toBe(201);
    const shown = await intake.get(intake.citizen, id);
    expect(shown.otherDues[0].notice).toMatchObject({ fileId: given.body.id, name: 'tb.pdf' });
    expect((await intake.citizen.get(`/intake/v1/files/${given.body.id}/content`)).status).toBe(200);
    expect((await intake.otherCitizen.get(`/intake/v1/files/${given.body.id}/content`)).status).toBe(404);

    const dossier = await processed(id);
    await paid(id, 'beforeReturn');
    const refused = {
      status: 409,
      body: { code: 'DOSSIER.OTHER_DUE_UNPAID', dues: [{ number: 1, amount: 1_250_000 }] },
    };
    expect(await giveBack(id)).toMatchObject(refused);
    const { etag: seen } = await intake.get(intake.clerk, id);
    expect(
      await intake.clerk.post(`/intake/v1/dossiers/${id}/postal-orders`, undefined, { ifMatch: seen }),
    ).toMatchObject(refused);
    expect(await content(intake.citizen, dossier)).toMatchObject(refused);
    expect((await content(intake.clerk, dossier)).status).toBe(200);
    const track = (number?: string) => {
      const anybody = intake.system.anonymous();
      const address = `/intake/v1/tracking/${code}`;
      return number === undefined ? anybody.get(address) : anybody.post(address, { number });
    };
    const due = { amount: 1_250_000, payBy: '2026-12-24', holdsBack: true };
    expect((await track()).body).toMatchObject({
      ...{ owed: 0, reasonsHidden: true },
      otherDues: [
        { ...due, name: null, collector: null, howToPay: null },
        { amount: 500_000, name: null },
      ],
    });
    const { name, collector, howToPay } = tax;
    expect((await track(CITIZEN_ID)).body.otherDues[0]).toEqual({ ...due, name, collector, howToPay });
    const page = await fetch(`${intake.system.url}/intake/tra-cuu/${code}?lang=vi`);
    expect(await page.text()).toContain('Khoản do cơ quan khác thu: <strong>1.250.000 đồng</strong>');

    // The applicant gives the number of the proof, once; an officer takes the other back.
    const version = async (): Promise<string> => (await intake.get(intake.clerk, id)).etag;
    const proof = { paper: 'GNT 0012345' };
    const stranger = await intake.otherCitizen.post(`${path}/1/proof`, proof, { ifMatch: await version() });
    expect(stranger.status).toBe(404);
    const proven = await intake.citizen.post(`${path}/1/proof`, proof, { ifMatch: await version() });
    expect([proven.status, proven.body.otherDues[0].proof]).toMatchObject([201, { ...proof, officerName: null }]);
    const again = await intake.citizen.post(`${path}/1/proof`, proof, { ifMatch: await version() });
    expect(again.body).toMatchObject({ status: 409, code: 'DOSSIER.OTHER_DUE_SETTLED' });
    const reason = { reason: 'Được miễn' };
    const cancelled = await intake.clerk.post(`${path}/2/cancellation`, reason, { ifMatch: await version() });
    expect([cancelled.status, cancelled.body.otherDues[1].cancelled]).toMatchObject([201, reason]);
    expect((await track()).body.otherDues).toEqual([]);
    expect((await content(intake.citizen, dossier)).status).toBe(200);
    expect((await giveBack(id)).status).toBe(201);
    const late = await intake.clerk.post(path, tax, { ifMatch: await version() });
    expect(late.body).toMatchObject({ code: 'DOSSIER.ACTION_NOT_ALLOWED', dossierStatus: 'returned' });
  });

  it('is announced to its owner and not handed out, returned or reused until it is paid', async () => {
    const { id, code } = await intake.accepted({ procedureCode: CODE });
    const dossier = await processed(id);
    // 50,000 đ, halved online.
    expect(dossier).toMatchObject({ owed: 25_000, results: [{ heldBack: true, decision: 'granted' }] });
    expect(await content(intake.citizen, dossier)).toMatchObject({
      status: 409,
      body: { code: 'DOSSIER.FEE_UNPAID', owed: 25_000, detail: expect.stringContaining('25.000 đồng') },
    });
    expect((await content(intake.clerk, dossier)).status).toBe(200);
    expect((await giveBack(id)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID', owed: 25_000 });
    const [item] = (await intake.citizen.get('/intake/v1/applicant-store')).body.items;
    expect(item).toMatchObject({ id: dossier.results[0].id, owed: 25_000 });
    const { id: next } = await intake.draft(intake.citizen, { procedureCode: CODE }, []);
    const reuse = () =>
      intake.citizen.post(`/intake/v1/dossiers/${next}/files`, { fromStore: item.id, component: 'BAN-VE' });
    expect((await reuse()).body).toMatchObject({ status: 422, code: 'STORE.ITEM_UNPAID', owed: 25_000 });
    // Anyone with the code reads what is owed and how to pay it, and that there is a result.
    const track = () => intake.system.anonymous().get(`/intake/v1/tracking/${code}`);
    expect((await track()).body).toMatchObject({
      owed: 25_000,
      howToPay: expect.stringContaining('trực tuyến'),
      results: [{ name: sampleOf(CaseResultIssuedV1).name, revokedAt: null }],
    });
    // A part of it is here: told once or twice, the rest is owed.
    const { foreign } = intake.system;
    const part = { ...sampleOf(PaymentUnallocatedChangedV1), dossierId: id, unallocated: 10_000 };
    await foreign.redeliver(await foreign.deliver(PaymentUnallocatedChangedV1, id, part));
    await eventually(async () => (await intake.get(intake.citizen, id)).owed === 15_000);
    expect((await content(intake.citizen, dossier)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID', owed: 15_000 });
    expect((await giveBack(id)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID', owed: 15_000 });
    expect((await track()).body.owed).toBe(15_000);
    await foreign.deliver(PaymentUnallocatedChangedV1, id, { ...part, unallocated: 0 });
    await paid(id, 'beforeReturn');
    expect((await content(intake.citizen, dossier)).status).toBe(200);
    expect((await track()).body).toMatchObject({ owed: 0, howToPay: null });
    expect((await reuse()).status).toBe(201);
    expect((await giveBack(id)).body.status).toBe('returned');
  });

  it('is held back also where a receipt was named at acceptance that no cashier has recorded', async () => {
    const { id, etag } = await intake.submit(intake.clerk, { channel: 'counter' });
    const accepted = await intake.clerk.post(
      `/intake/v1/dossiers/${id}/acceptance`,
      { cashReceiptNumber: 'BL-BIA' },
      { ifMatch: etag },
    );
    expect(accepted.body).toMatchObject({ status: 'accepted', owed: 230_000 });
    // A working day later cashiers and leaders of the receiving agency are told once, and who named it.
    const { foreign, passTo, clock } = intake.system;
    for (const [subject, role, agency] of [
      ['thu-quy', 'cashier', 'H48.12'],
      ['lanh-dao', 'leader', 'H48.12'],
      ['chuyen-vien', 'specialist', 'H48.12'],
      ['noi-khac', 'leader', 'H48.04'],
    ] as const)
      await foreign.deliver(OfficerChangedV1, subject, {
        ...sampleOf(OfficerChangedV1),
        ...{ subject, roles: [role], agencies: [agency] },
      });
    await eventually(async () => (await intake.system.sql('SELECT FROM intake.officer_copy')).length === 4);
    const told = async () =>
      (await intake.published(id))
        .filter(({ type }) => type === DossierReceiptUnconfirmedV1.type)
        .map((one) => one.data);
    for (const days of [7, 1]) {
      await passTo(clock.now().add({ hours: 24 * days }));
      await eventually(async () => (await told()).length > 0);
    }
    expect(await told()).toMatchObject([
      { receiptNumber: 'BL-BIA', owed: 230_000, tell: ['lanh-dao', 'thu-quy', 'clerk'] },
    ]);
    const dossier = await processed(id);
    expect((await content(intake.citizen, dossier)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID' });
    expect((await giveBack(id)).body).toMatchObject({
      status: 409,
      code: 'DOSSIER.FEE_UNPAID',
      owed: 230_000,
      cashReceiptNumber: 'BL-BIA',
    });
    await paid(id, 'beforeAcceptance');
    expect((await giveBack(id)).body.status).toBe('returned');
  });

  it('is held back again where what was demanded in the course of it had been paid by a mistake of the counter', async () => {
    const { id } = await intake.accepted({ procedureCode: '2.000001' });
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    const { demand } = sampleOf(CaseFeeDemandedV1);
    await deliver(CaseFeeDemandedV1, id);
    await intake.until(id, 'paymentRequired');
    await intake.pay(id, { collectedAt: ['onDemand'], demandedAt: demand.demandedAt });
    await intake.until(id, 'processing');
    await deliver(CaseResultIssuedV1, id, { file, resultCode: `KQ.${id}`, number: `${id.slice(-6)}/GCN` });
    await deliver(CaseCompletedV1, id);
    await intake.until(id, 'processed');
    const dossier = await intake.get(intake.citizen, id);
    expect((await content(intake.citizen, dossier)).status).toBe(200);
    await deliver(PaymentReversedV1, id, { collectedAt: ['onDemand'], demandedAt: demand.demandedAt });
    const { owed } = await eventually(async () => {
      const view = await intake.get(intake.citizen, id);
      return Number(view.owed) > 0 && view;
    });
    expect(owed).toBe(demand.lines.reduce((sum, { net }) => sum + net, 0));
    expect((await content(intake.citizen, dossier)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID', owed });
    expect((await giveBack(id)).body).toMatchObject({ code: 'DOSSIER.FEE_UNPAID', owed });
  });

  it('is not returned once it is revoked, and says so wherever it shows (R20)', async () => {
    const { id, code } = await intake.accepted({ procedureCode: '2.000001' });
    const { results } = await processed(id);
    const revoked = {
      number: results[0].number,
      sha256: results[0].sha256,
      revokedAt: '2026-11-27T09:00:00+07:00',
      reason: 'Cấp sai đối tượng',
    };
    await deliver(CaseResultRevokedV1, id, revoked);
    await eventually(async () => (await intake.get(intake.citizen, id)).results[0].revokedAt !== null);
    const why = { revokedAt: '2026-11-27T09:00:00+07:00', revokedReason: 'Cấp sai đối tượng' };
    expect((await intake.get(intake.citizen, id)).results).toMatchObject([why]);
    expect((await giveBack(id)).body).toMatchObject({
      status: 409,
      code: 'DOSSIER.NO_VALID_RESULT',
      results: [{ number: results[0].number, ...why }],
    });
    const { body } = await intake.system.anonymous().get(`/intake/v1/tracking/${code}`);
    expect(body.results).toEqual([expect.objectContaining({ revokedAt: '2026-11-27T09:00:00+07:00' })]);
  });
});
