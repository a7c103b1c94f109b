import {
  DossierAcceptedV1,
  DossierRefusedV1,
  DossierReminderDueV1,
  DossierReturnUndoneV1,
  DossierWithdrawalRequestedV1,
  DossierWithdrawnV1,
  CaseStartedV1,
  CaseCompletedV1,
  ProcedureRepealedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { type ApiClient, eventually } from '@motcua/testing';
import { everyEventFits } from './every-event-fits.fixture.js';
import { type Intake, procedure, startIntake, tariffLine } from './intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const REASON = 'Bản vẽ chưa có chữ ký của người lập';

describe('the reception of a dossier', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const act = (client: ApiClient, id: string, action: string, body: unknown, ifMatch: string) =>
    client.post(`/intake/v1/dossiers/${id}/${action}`, body, { ifMatch });
  const items = [{ component: 'BAN-VE', reason: REASON }];
  const typesOf = async (id: string): Promise<string[]> => (await intake.published(id)).map(({ type }) => type);
  const dataOf = async (id: string, { type }: { type: string }) =>
    (await intake.published(id)).findLast((event) => event.type === type)?.data;

  describe('by acceptance', () => {
    it('goes to one of two officers who accept at once; the other is told that it has changed', async () => {
      const { id, etag } = await intake.registered(FREE);
      const answers = await Promise.all([
        act(intake.clerk, id, 'acceptance', {}, etag),
        act(intake.clerk, id, 'acceptance', {}, etag),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect((await typesOf(id)).filter((type) => type.includes('accepted'))).toHaveLength(1);
    });

    it('is for the one-stop of its agencies: others do not find it, citizens may not', async () => {
      const { id, etag } = await intake.registered(FREE);
      expect((await act(intake.otherClerk, id, 'acceptance', {}, etag)).body).toMatchObject({
        status: 404,
        code: 'RESOURCE.NOT_FOUND',
      });
      expect((await act(intake.citizen, id, 'acceptance', {}, etag)).body).toMatchObject({
        status: 403,
        code: 'ACCESS.FORBIDDEN',
        requiredScope: 'dossier.receive',
      });
    });

    it('at the counter needs a cash receipt while a fee is due first (6 → 2), and the later payment only confirms it', async () => {
      const { id, etag } = await intake.submit(intake.clerk, { channel: 'counter' });
      expect((await act(intake.clerk, id, 'acceptance', {}, etag)).body).toMatchObject({
        status: 422,
        code: 'DOSSIER.CASH_RECEIPT_REQUIRED',
      });
      const { status, body } = await act(intake.clerk, id, 'acceptance', { cashReceiptNumber: 'BL-0007' }, etag);
      expect([status, body.status, body.cashReceiptNumber]).toEqual([201, 'accepted', 'BL-0007']);
      await intake.pay(id, { method: 'counter' });
      await eventually(async () => (await intake.get(intake.clerk, id)).etag === '"6"');
      expect(await intake.statuses(id)).toEqual(['draft→paymentRequired', 'paymentRequired→accepted']);
    });

    it('says on its slip what was received on paper: scanned, not scanned, given back, and beyond the list (R15, R20)', async () => {
      const { id, etag } = await intake.draft(intake.clerk, { ...FREE, channel: 'counter' }, ['DON-DE-NGHI']);
      const put = (client: ApiClient, body: object, ifMatch = etag) =>
        client.put(`/intake/v1/dossiers/${id}/received-papers`, body, { ifMatch });
      const line = { originals: 1, copies: 0, seenAndReturned: false };
      const further = [{ name: 'Hợp đồng thuê bến', originals: 0, copies: 1 }];
      const received = { components: [{ component: 'BAN-VE', ...line, copies: 2 }], further };
      expect((await put(intake.clerk, { components: [{ component: 'LA', ...line }], further })).body).toMatchObject({
        status: 422,
        errors: [{ pointer: '/components/0/component', code: 'DOSSIER.COMPONENT_UNKNOWN' }],
      });
      expect((await intake.get(intake.clerk, id)).missing).toContain('BAN-VE');
      const recorded = await put(intake.clerk, received);
      expect(recorded).toMatchObject({ status: 200, body: { received } });
      expect((await intake.get(intake.clerk, id)).missing).not.toContain('BAN-VE');
      const submitted = await act(intake.clerk, id, 'submission', undefined, recorded.etag);
      expect((await put(intake.citizen, received, submitted.etag)).status).toBe(403);
      const accepted = await act(intake.clerk, id, 'acceptance', {}, submitted.etag);
      expect(accepted.status).toBe(201);
      expect(await dataOf(id, DossierAcceptedV1)).toMatchObject({
        files: [{ component: 'DON-DE-NGHI', digitised: true }],
        furtherPapers: further,
      });
      const slip = await intake.clerk.get(`/intake/v1/dossiers/${id}/forms/01`, {
        headers: { accept: 'application/json' },
      });
      expect(slip.body.components).toMatchObject([
        { code: 'DON-DE-NGHI', originals: 0, copies: 0, files: 1, note: null },
        { code: 'BAN-VE', originals: 1, copies: 2, files: 0, note: 'notScanned' },
        { code: null, ...further[0] },
      ]);
      expect((await put(intake.clerk, received, accepted.etag)).body.code).toBe('DOSSIER.ACTION_NOT_ALLOWED');
    });

    it('is refused of what is accepted already, with the statuses and what may be done', async () => {
      const { id, etag } = await intake.accepted(FREE);
      const { body } = await intake.clerk.post(
        `/intake/v1/dossiers/${id}/acceptance`,
        {},
        { ifMatch: etag, headers: { 'accept-language': 'en' } },
      );
      expect(body).toMatchObject({
        status: 409,
        code: 'DOSSIER.ACTION_NOT_ALLOWED',
        action: 'accept',
        dossierStatus: 'accepted',
        allowedActions: ['withdraw', 'correct', 'changeContact'],
        type: 'https://motcua.example/problems/dossier-action-not-allowed',
      });
      expect(body.title).toBe('The dossier does not allow this in its status');
      for (const [action, payload] of [
        ['refusal', { reason: 'x', faults: items }],
        ['supplement-requests', { items }],
        ['return', { method: 'counter' }],
      ] as const) {
        expect((await act(intake.clerk, id, action, payload, etag)).body.code).toBe('DOSSIER.ACTION_NOT_ALLOWED');
      }
    });

    it('freezes the term in force at that instant and shows the officer what differs; a repeal blocks nothing (R14)', async () => {
      const code = '2.000021';
      const { foreign } = intake.system;
      await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
      await eventually(
        async () =>
          (await intake.system.sql('SELECT 1 FROM intake.procedure_version WHERE code = $1', [code])).length > 0,
      );
      const [first, second] = [
        await intake.registered({ procedureCode: code }),
        await intake.registered({ procedureCode: code }),
      ];
      const [variant] = procedure().variants;
      await foreign.deliver(
        ProcedureVersionAnnouncedV1,
        code,
        procedure({ code, version: 2, variants: [{ ...variant!, term: { amount: 3, unit: 'workingDay' } }] }),
      );
      await eventually(
        async () =>
          (await intake.system.sql('SELECT 1 FROM intake.procedure_version WHERE code = $1', [code])).length === 2,
      );
      const accepted = await act(intake.clerk, first.id, 'acceptance', {}, first.etag);
      expect(accepted.body).toMatchObject({
        procedureVersion: 1,
        versionDifference: { atSubmission: 1, inForce: 2, term: { from: { amount: 7 }, to: { amount: 3 } } },
      });
      expect(await dataOf(first.id, { type: 'vn.motcua.dossier.accepted.v1' })).toMatchObject({
        procedureVersion: 2,
        term: { amount: 3, unit: 'workingDay' },
      });
      await foreign.deliver(ProcedureRepealedV1, code, { ...sampleOf(ProcedureRepealedV1), code, from: '2026-11-01' });
      await eventually(
        async () =>
          (await intake.system.sql('SELECT 1 FROM intake.procedure_repeal WHERE code = $1', [code])).length > 0,
      );
      const repealed = await act(intake.clerk, second.id, 'acceptance', {}, second.etag);
      expect(repealed.body).toMatchObject({
        status: 'accepted',
        versionDifference: { atSubmission: 1, inForce: null },
      });
    });
  });

  describe('by refusal', () => {
    it('carries a reason and names what is at fault (R21), and ends the dossier', async () => {
      const { id, etag } = await intake.registered(FREE);
      const without = await act(intake.clerk, id, 'refusal', { reason: ' ', faults: [] }, etag);
      expect(without.body).toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ pointer: '/reason' })]),
      });
      const vague = await act(
        intake.clerk,
        id,
        'refusal',
        { reason: 'Không đúng', faults: [{ reason: 'x' }, { component: 'NO-SUCH', reason: 'y' }] },
        etag,
      );
      expect(vague.body).toMatchObject({
        status: 422,
        code: 'DOSSIER.INPUT_INVALID',
        errors: [{ pointer: '/faults/0/component' }, { pointer: '/faults/1/component' }],
      });
      const { status, body } = await act(
        intake.clerk,
        id,
        'refusal',
        { reason: 'Không thuộc thẩm quyền', faults: items },
        etag,
      );
      expect([status, body.status, body.reason, body.allowedActions]).toEqual([
        201,
        'refused',
        'Không thuộc thẩm quyền',
        [],
      ]);
      expect(await dataOf(id, DossierRefusedV1)).toMatchObject({
        reason: 'Không thuộc thẩm quyền',
        faults: [{ component: 'BAN-VE', field: null, reason: REASON }],
        refusedBy: { subject: 'clerk' },
      });
      const form = await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/03`, {
        headers: { accept: 'application/json' },
      });
      expect(form.body).toMatchObject({
        form: '03',
        reason: 'Không thuộc thẩm quyền',
        items: [{ what: 'Bản vẽ', reason: REASON }],
        officer: 'Nguyễn Văn Mẫu',
      });
      expect((await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/03`)).headers.get('content-type')).toBe(
        'application/pdf',
      );
    });
  });

  describe('by withdrawal', () => {
    it('is the applicant’s before acceptance, also while a fee is due', async () => {
      const { id, etag } = await intake.submit();
      const { status, body } = await act(intake.citizen, id, 'withdrawal', { reason: 'Đổi ý' }, etag);
      expect([status, body.status, body.reason]).toEqual([201, 'withdrawn', 'Đổi ý']);
      expect(await dataOf(id, DossierWithdrawnV1)).toMatchObject({ reason: 'Đổi ý' });
      await intake.pay(id);
      await eventually(async () => (await intake.get(intake.citizen, id)).etag === '"6"');
      expect((await intake.get(intake.citizen, id)).status).toBe('withdrawn');
    });

    it('only asks after acceptance: 202, and the case decides', async () => {
      const { id, etag } = await intake.accepted(FREE);
      expect((await act(intake.citizen, id, 'withdrawal', { reason: '' }, etag)).status).toBe(422);
      const { status, body, etag: next } = await act(intake.citizen, id, 'withdrawal', { reason: 'Đổi ý' }, etag);
      expect([status, body.status]).toEqual([202, 'accepted']);
      expect(body.withdrawalRequestedAt).not.toBeNull();
      expect(await dataOf(id, DossierWithdrawalRequestedV1)).toMatchObject({ reason: 'Đổi ý' });
      expect((await act(intake.citizen, id, 'withdrawal', { reason: 'Đổi ý' }, next)).body).toMatchObject({
        status: 409,
        code: 'DOSSIER.WITHDRAWAL_PENDING',
      });
    });
  });

  describe('of a result to return', () => {
    it('waits until the fee due before return is paid, and that fee changes no status (R16)', async () => {
      const code = '2.000022';
      const { foreign } = intake.system;
      await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
      await foreign.deliver(TariffChangedV1, code, {
        procedureCode: code,
        revision: 1,
        lines: [{ ...tariffLine, variant: null, amount: 50_000, collectedAt: 'beforeReturn' }],
      });
      await eventually(
        async () =>
          (
            await intake.system.sql(
              'SELECT 1 FROM intake.tariff_copy t JOIN intake.procedure_version v ON v.code = t.procedure_code WHERE v.code = $1',
              [code],
            )
          ).length > 0,
      );
      const { id } = await intake.accepted({ procedureCode: code });
      await foreign.deliver(CaseStartedV1, id, { ...sampleOf(CaseStartedV1), dossierId: id, agency: 'H48.12' });
      await foreign.deliver(CaseCompletedV1, id, { ...sampleOf(CaseCompletedV1), dossierId: id });
      const etag = await intake.until(id, 'processed');
      expect((await act(intake.clerk, id, 'return', { method: 'counter' }, etag)).body).toMatchObject({
        status: 409,
        code: 'DOSSIER.FEE_UNPAID',
        owed: 25_000,
      });
      await intake.pay(id, {
        collectedAt: ['beforeReturn'],
      });
      const paid = await eventually(async () => {
        const { etag: now } = await intake.get(intake.clerk, id);
        return now !== etag && now;
      });
      expect(
        (await act(intake.clerk, id, 'return', { method: 'counter', trackingNumber: 'VN1' }, paid)).body,
      ).toMatchObject({ status: 422, errors: [{ pointer: '/trackingNumber' }] });
      expect(
        (
          await act(
            intake.clerk,
            id,
            'return',
            { method: 'counter', receivedBy: { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' } },
            paid,
          )
        ).body,
      ).toMatchObject({
        status: 'returned',
        holder: { agency: 'H48.12' },
      });
    });

    it('is handed to the applicant or to who is authorised; who received it and which originals went back is kept, sealed', async () => {
      const { foreign } = intake.system;
      const atCounter = await intake.submit(intake.clerk, { channel: 'counter', procedureCode: '2.000001' });
      const { id } = atCounter;
      const components = [{ component: 'BAN-VE', originals: 1, copies: 0 }];
      const recorded = await intake.clerk.put(
        `/intake/v1/dossiers/${String(id)}/received-papers`,
        { components, further: [] },
        { ifMatch: atCounter.etag },
      );
      await act(intake.clerk, id, 'acceptance', {}, recorded.etag);
      await foreign.deliver(CaseStartedV1, id, { ...sampleOf(CaseStartedV1), dossierId: id, agency: 'H48.12' });
      await foreign.deliver(CaseCompletedV1, id, { ...sampleOf(CaseCompletedV1), dossierId: id });
      const etag = await intake.until(id, 'processed');
      const hand = (how: object) => act(intake.clerk, id, 'return', { method: 'counter', ...how }, etag);
      const neighbour = { capacity: 'authorised', fullName: 'Trịnh Người Nhận Hộ' };
      const faults = async (how: object) =>
        (await hand(how)).body.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(await faults({})).toEqual(['/receivedBy']);
      expect(await faults({ receivedBy: neighbour, originals: ['GIAY-LA'] })).toEqual([
        '/receivedBy/identity',
        '/receivedBy/authorisation',
        '/originals/0',
      ]);
      // An original that nobody recorded as received is none to give back.
      const applicant = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      expect(await faults({ receivedBy: applicant, originals: ['BAN-VE', 'DON-DE-NGHI'] })).toEqual(['/originals/1']);
      const identity = { type: 'citizenId', number: '051185000031' };
      const receivedBy = { ...neighbour, identity, authorisation: 'Giấy ủy quyền số 12/2026' };
      expect(await hand({ receivedBy, originals: ['BAN-VE'] })).toMatchObject({
        status: 201,
        body: { returned: { receivedBy, originals: ['BAN-VE'], by: { subject: 'clerk' } } },
      });
      const [row] = await intake.system.sql<{ text: string }>(
        `SELECT d::text || (SELECT string_agg(o.data::text, '') FROM intake.outbox o WHERE o.key = d.id::text) AS text
         FROM intake.dossier d WHERE d.id = $1::uuid`,
        [id],
      );
      expect(row?.text).not.toContain('Nhận Hộ');
    });
  });

  describe('the return of many, and a return that was a mistake', () => {
    const processed = async () => {
      const { foreign } = intake.system;
      const { id } = await intake.accepted({ procedureCode: '2.000001' });
      await foreign.deliver(CaseStartedV1, id, { ...sampleOf(CaseStartedV1), dossierId: id, agency: 'H48.12' });
      await foreign.deliver(CaseCompletedV1, id, { ...sampleOf(CaseCompletedV1), dossierId: id });
      return { id, etag: await intake.until(id, 'processed') };
    };

    it('returns a bag with a result for each, and keeps who collects it sealed', async () => {
      const [one, two] = [await processed(), await processed()];
      const items = [
        { ...one, trackingNumber: 'VN1' },
        { ...two, etag: '"99"' },
      ];
      const receivedBy = { capacity: 'applicant', fullName: 'Trịnh Người Lấy Túi' };
      const bag = { method: 'post', items, receivedBy };
      expect((await intake.citizen.post('/intake/v1/bulk-returns', bag)).status).toBe(403);
      const nothing = await intake.clerk.post('/intake/v1/bulk-returns', { items });
      expect(nothing.body.errors).toMatchObject([{ pointer: '/method' }]);
      const taken = await intake.clerk.post('/intake/v1/bulk-returns', bag);
      const path = String(taken.headers.get('location'));
      await eventually(async () => (await intake.clerk.get(path)).body.state === 'finished');
      const told = (await intake.clerk.get(`${path}/items`)).body.items;
      expect([told[0].result.status, told[1].problem.code]).toEqual(['returned', 'RESOURCE.CHANGED']);
      const { returned } = await intake.get(intake.clerk, one.id);
      expect(returned).toMatchObject({ method: 'post', trackingNumber: 'VN1', receivedBy });
      const [kept] = await intake.system.sql<{ text: string }>(
        `SELECT string_agg(b::text, '') AS text FROM intake.bulk_action b`,
      );
      expect(kept?.text).not.toContain('Lấy Túi');
    });

    it('takes a wrong return back on the same day: who made it, or a leader, with a reason that all hear (R12, R21)', async () => {
      const { id, etag } = await processed();
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      const returned = await act(intake.clerk, id, 'return', { method: 'counter', receivedBy }, etag);
      const reason = 'Trả nhầm hồ sơ cùng tên';
      const undo = (client: ApiClient) => act(client, id, 'return-undoing', { reason }, returned.etag);
      const [colleague, leader] = await Promise.all([
        intake.system.as({ sub: 'colleague', roles: ['clerk'], agency: 'H48.12' }),
        intake.system.as({ sub: 'leader', roles: ['leader'], agency: 'H48.12' }),
      ]);
      expect((await undo(intake.otherClerk)).status).toBe(404);
      expect((await undo(intake.citizen)).status).toBe(403);
      expect((await undo(colleague)).body.code).toBe('DOSSIER.UNDO_NOT_YOURS');
      const undone = await undo(leader);
      expect(undone.body).toMatchObject({ status: 'processed', reason, returned: null });
      expect(await dataOf(id, DossierReturnUndoneV1)).toMatchObject({ reason, undoneBy: { subject: 'leader' } });
      expect((await intake.statuses(id)).slice(-2)).toEqual(['processed→returned', 'returned→processed']);
      const again = await act(intake.clerk, id, 'return', { method: 'counter', receivedBy }, undone.etag);
      expect(again.body.status).toBe('returned');
    });
  });

  it('reminds who has not paid or fetched, and what was never paid ends; no version changes by a reminder (R19)', async () => {
    const { foreign, passTo, clock } = intake.system;
    const later = async (days: number): Promise<void> => passTo(clock.now().add({ hours: 24 * days }));
    const { id: unpaid, etag } = await intake.submit(intake.clerk, { channel: 'counter' });
    const { id: fetched } = await intake.accepted({ ...FREE, delivery: { method: 'counter' } });
    await foreign.deliver(CaseStartedV1, fetched, { ...sampleOf(CaseStartedV1), dossierId: fetched, agency: 'H48.12' });
    await foreign.deliver(CaseCompletedV1, fetched, { ...sampleOf(CaseCompletedV1), dossierId: fetched });
    await intake.until(fetched, 'processed');
    const reminders = async (id: string) =>
      (await intake.published(id)).filter(({ type }) => type === DossierReminderDueV1.type).map(({ data }) => data);
    for (const number of [1, 2, 3]) {
      await later(10);
      await eventually(async () => (await reminders(unpaid)).length === number);
    }
    expect((await reminders(unpaid))[0]).toMatchObject({ awaited: 'payment', owed: 230_000, number: 1 });
    expect((await intake.get(intake.clerk, unpaid)).etag).toBe(etag);
    await later(10);
    await intake.until(unpaid, 'withdrawn');
    // It was processed in December, ten days after the other began to wait.
    await eventually(async () => (await reminders(fetched)).length === 3);
    await later(10);
    expect(await dataOf(unpaid, DossierWithdrawnV1)).toMatchObject({ reason: expect.stringContaining('nộp phí') });
    expect((await reminders(fetched))[0]).toMatchObject({ awaited: 'collection', owed: 0, endsAt: null });
    expect([(await reminders(fetched)).length, (await intake.get(intake.clerk, fetched)).status]).toEqual([
      3,
      'processed',
    ]);
  });

  it('publishes nothing but what the contracts say', async () => {
    const types = await everyEventFits(intake.system);
    expect([...types].map((type) => type.split('.').slice(2, 4).join('.')).sort()).toEqual([
      'applicant.changed',
      'applicant.named',
      'dossier.accepted',
      'dossier.reception-overdue',
      'dossier.refused',
      'dossier.reminder-due',
      'dossier.return-undone',
      'dossier.returned',
      'dossier.status-changed',
      'dossier.submitted',
      'dossier.withdrawal-requested',
      'dossier.withdrawn',
    ]);
  });
});
