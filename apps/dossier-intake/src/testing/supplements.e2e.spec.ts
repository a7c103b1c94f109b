import {
  CaseSupplementRequestedV1,
  DossierCorrectedV1,
  DossierReceptionOverdueV1,
  DossierRefusedV1,
  DossierSupplementCancelledV1,
  DossierSupplementCompletedV1,
  DossierSupplementDeadlineMovedV1,
  DossierSupplementPartGivenV1,
  DossierSupplementRequestedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { type ApiClient, eventually } from '@motcua/testing';
import { everyEventFits } from './every-event-fits.fixture.js';
import { type Intake, procedure, startIntake, tariffLine } from './intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const REASON = 'Bản vẽ chưa có chữ ký của người lập';

describe('the supplements of a dossier', () => {
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

  describe('by a supplement request', () => {
    const requested = async () => {
      const { id, etag } = await intake.registered(FREE);
      const answer = await act(
        intake.clerk,
        id,
        'supplement-requests',
        { items: [...items, { field: '/formData/tenCoSo', reason: 'Thiếu địa danh' }] },
        etag,
      );
      expect(answer.status).toBe(201);
      return { id, etag: answer.etag, body: answer.body };
    };

    it('that changes what the fee is measured by shows the other fee first, and owes the difference (R16)', async () => {
      const code = '2.000031';
      const { foreign } = intake.system;
      const measure = { field: 'dienTich', unit: 'm²', per: 1, minimum: null, maximum: 900_000 };
      const text = { type: 'string' };
      const properties = { tenCoSo: text, soDienThoai: text, dienTich: { type: 'number', minimum: 0 } };
      const formSchema = { type: 'object', required: ['dienTich'], properties };
      await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code, formSchema }));
      const lines = [{ ...tariffLine, amount: 10_000, variant: null, measure }];
      await foreign.deliver(TariffChangedV1, code, { procedureCode: code, revision: 1, lines });
      await eventually(
        async () =>
          (await intake.system.sql(`SELECT FROM intake.tariff_copy WHERE procedure_code = '${code}'`)).length === 1,
      );
      const form = (dienTich: number) => ({ tenCoSo: 'Cơ sở Mẫu', soDienThoai: '0900000001', dienTich });
      const asking = { items: [{ field: '/formData/dienTich', reason: 'Khác bản vẽ' }] };
      const requestedOf = async (dienTich: number) => {
        const { id, etag } = await intake.registered({ procedureCode: code, formData: form(dienTich) });
        return { id, etag: (await act(intake.clerk, id, 'supplement-requests', asking, etag)).etag };
      };
      const completion = 'supplement-requests/1/completion';

      // Online, half of it: 150,000 đ of 30 m² are paid.
      const { id, etag } = await requestedOf(30);
      const shown = await act(intake.citizen, id, completion, { formData: form(50) }, etag);
      expect(shown).toMatchObject({
        status: 409,
        body: { code: 'DOSSIER.CORRECTION_TO_CONFIRM', fee: { before: 150_000, after: 250_000 } },
      });
      const given = await act(intake.citizen, id, completion, { formData: form(50), confirmed: true }, etag);
      expect([given.status, given.body]).toMatchObject([
        201,
        { status: 'registered', owed: 100_000, feeLines: [{ net: 150_000 }, { net: 100_000 }] },
      ]);
      expect(await dataOf(id, DossierCorrectedV1)).toMatchObject({
        fields: ['/formData/dienTich'],
        correctedBy: { name: 'Nguyễn Văn Mẫu' },
        feeLines: [
          { net: 150_000, collectedAt: 'beforeAcceptance' },
          { net: 100_000, collectedAt: 'beforeReturn' },
        ],
      });

      // What was free is awaited before the reception goes on.
      const free = await requestedOf(0);
      const body = { formData: form(10), confirmed: true };
      const owing = await act(intake.citizen, free.id, completion, body, free.etag);
      expect(owing.body).toMatchObject({ status: 'paymentRequired', owed: 50_000, receptionDueAt: null });
      expect((await intake.statuses(free.id)).slice(-2)).toEqual([
        'supplementRequired→registered',
        'registered→paymentRequired',
      ]);
      await intake.pay(free.id);
      await intake.until(free.id, 'registered');
    });

    it('says what, why and until when (R9, form 02)', async () => {
      const { id, body } = await requested();
      expect(body).toMatchObject({
        status: 'supplementRequired',
        receptionDueAt: null,
        supplementRequests: [
          { number: 1, beforeAcceptance: true, givenAt: null, deadlineAt: expect.stringMatching(/^2026-12-08T08:0/) },
        ],
      });
      expect(await dataOf(id, DossierSupplementRequestedV1)).toMatchObject({
        number: 1,
        items: [{ component: 'BAN-VE' }, { field: '/formData/tenCoSo' }],
        requestedBy: { name: 'Nguyễn Văn Mẫu' },
      });
      const request = await intake.citizen.get(`/intake/v1/dossiers/${id}/supplement-requests/1`);
      expect(request.body).toEqual(body.supplementRequests[0]);
      const form = await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/02`, {
        headers: { accept: 'application/json' },
      });
      expect(form.body).toMatchObject({
        number: 1,
        items: [{ what: 'Bản vẽ' }, { what: 'Thông tin: tenCoSo' }],
        agency: { phone: '0255000000' },
      });
      expect((await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/02`)).headers.get('content-type')).toBe(
        'application/pdf',
      );
    });

    it('is completed with the papers asked for and a corrected form, and R6 runs anew', async () => {
      const { id, etag } = await requested();
      const path = `/intake/v1/dossiers/${id}/supplement-requests/1/completion`;
      const early = await intake.citizen.post(path, { formData: { tenCoSo: '' } }, { ifMatch: etag });
      expect(early.body).toMatchObject({ status: 422, code: 'DOSSIER.COMPONENTS_MISSING', missing: ['BAN-VE'] });
      expect(early.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
        expect.arrayContaining(['/components/BAN-VE', '/formData/soDienThoai', '/formData/tenCoSo']),
      );
      const uploaded = await intake.upload(intake.citizen, id, 'BAN-VE');
      expect(uploaded.body).toMatchObject({ supplement: 1 });
      expect((await intake.otherCitizen.post(path, {}, { ifMatch: uploaded.etag })).status).toBe(404);
      const {
        status,
        body,
        etag: next,
      } = await intake.citizen.post(
        path,
        { formData: { tenCoSo: 'Cơ sở Mẫu, Quảng Ngãi', soDienThoai: '0900000001' } },
        { ifMatch: uploaded.etag },
      );
      expect([status, body.status, body.formData.tenCoSo]).toEqual([201, 'registered', 'Cơ sở Mẫu, Quảng Ngãi']);
      expect(body.receptionDueAt).toMatch(/^2026-11-25T08:0/);
      expect(await dataOf(id, DossierSupplementCompletedV1)).toMatchObject({
        number: 1,
        afterAcceptance: false,
        files: [{ component: 'BAN-VE' }],
      });
      expect((await intake.citizen.post(path, {}, { ifMatch: next })).body).toMatchObject({
        status: 409,
        code: 'DOSSIER.ACTION_NOT_ALLOWED',
        dossierStatus: 'registered',
        allowedActions: ['withdraw', 'changeContact'],
      });
      const ninth = `/intake/v1/dossiers/${id}/supplement-requests/9/completion`;
      expect((await intake.citizen.post(ninth, {}, { ifMatch: next })).body.code).toBe('DOSSIER.ACTION_NOT_ALLOWED');
    });

    it('is completed once, also while a second request is open', async () => {
      const { id } = await requested();
      const path = `/intake/v1/dossiers/${id}/supplement-requests`;
      const { etag } = await intake.upload(intake.citizen, id, 'BAN-VE');
      const formData = { tenCoSo: 'Cơ sở Mẫu, Quảng Ngãi', soDienThoai: '0900000001' };
      const given = await intake.citizen.post(`${path}/1/completion`, { formData }, { ifMatch: etag });
      const second = await act(intake.clerk, id, 'supplement-requests', { items }, given.etag);
      expect(second.status).toBe(201);
      const repeated = await intake.citizen.post(`${path}/1/completion`, {}, { ifMatch: second.etag });
      expect(repeated.body).toMatchObject({
        status: 409,
        code: 'DOSSIER.ACTION_NOT_ALLOWED',
        action: 'completeSupplement',
        dossierStatus: 'supplementRequired',
        number: 1,
        openNumber: 2,
        allowedActions: [
          'refuse',
          'forward',
          'withdraw',
          'completeSupplement',
          'takeAsEnough',
          'cancelSupplement',
          'moveSupplementDeadline',
          'correct',
          'changeContact',
        ],
      });
    });
  });

  describe('that can be met (R21)', () => {
    const asked = async (...asking: object[]) => {
      const { id, etag } = await intake.registered(FREE);
      const answer = await act(intake.clerk, id, 'supplement-requests', { items: asking }, etag);
      expect(answer.status).toBe(201);
      return { id, etag: answer.etag };
    };
    const complete = (id: string, body: object, etag: string) =>
      act(intake.citizen, id, 'supplement-requests/1/completion', body, etag);

    it('a paper beyond the list is asked for by name, and its file is taken', async () => {
      const { id, etag } = await asked({ name: 'Hợp đồng thuê bến', reason: 'Chưa có hợp đồng' });
      const { supplementRequests } = await intake.get(intake.citizen, id);
      expect(supplementRequests[0].items).toMatchObject([{ component: 'KHAC-1-1', name: 'Hợp đồng thuê bến' }]);
      expect((await complete(id, {}, etag)).body).toMatchObject({ missing: ['KHAC-1-1'] });
      expect((await intake.upload(intake.citizen, id, 'KHAC-1-2')).status).toBe(422);
      const given = await intake.upload(intake.citizen, id, 'KHAC-1-1');
      expect((await complete(id, {}, given.etag)).body).toMatchObject({ status: 'registered' });
    });

    it('a wrong file is taken out again until it is given; what came before the request stays', async () => {
      const { id } = await asked(...items);
      const { files } = await intake.get(intake.citizen, id);
      const wrong = await intake.upload(intake.citizen, id, 'BAN-VE');
      const remove = (file: string, ifMatch: string) =>
        intake.citizen.send('DELETE', `/intake/v1/dossiers/${id}/files/${file}`, { ifMatch });
      expect((await remove(files[0].id, wrong.etag)).status).toBe(404);
      const removed = await remove(wrong.body.id, wrong.etag);
      expect(removed.status).toBe(204);
      expect((await complete(id, {}, removed.etag)).body).toMatchObject({ missing: ['BAN-VE'] });
    });

    it('a field that was asked for must change, the name of the applicant too', async () => {
      const { id, etag } = await asked(
        { field: '/formData/tenCoSo', reason: 'Thiếu địa danh' },
        { field: '/applicant/fullName', reason: 'Không khớp giấy tờ' },
      );
      const empty = await complete(id, {}, etag);
      expect(empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/formData/tenCoSo',
        '/applicant/fullName',
      ]);
      const corrected = await complete(
        id,
        {
          formData: { tenCoSo: 'Cơ sở Mẫu, Quảng Ngãi', soDienThoai: '0900000001' },
          applicant: { fullName: 'Nguyễn Thị Mẫu Hai', phone: '0911111111' },
        },
        etag,
      );
      // The phone was not asked for.
      expect(corrected.body).toMatchObject({
        status: 'registered',
        applicant: { fullName: 'Nguyễn Thị Mẫu Hai', phone: '+84900000001' },
      });
    });
  });

  describe('that is taken back or gets more time', () => {
    const asked = async () => {
      const { id, etag } = await intake.registered(FREE);
      const { receptionDueAt } = await intake.get(intake.clerk, id);
      const answer = await act(intake.clerk, id, 'supplement-requests', { items }, etag);
      return { id, etag: answer.etag, receptionDueAt, body: answer.body };
    };

    it('leaves the dossier registered, with the time for its reception that there was, and is told (R6)', async () => {
      const { id, etag, receptionDueAt } = await asked();
      const path = 'supplement-requests/1/cancellation';
      expect((await act(intake.citizen, id, path, { reason: 'Nhầm' }, etag)).status).toBe(403);
      const answer = await act(intake.clerk, id, path, { reason: 'Yêu cầu nhầm' }, etag);
      expect(answer).toMatchObject({
        status: 201,
        body: { status: 'registered', receptionDueAt, supplementRequests: [{ cancelledReason: 'Yêu cầu nhầm' }] },
      });
      expect(await dataOf(id, DossierSupplementCancelledV1)).toMatchObject({ number: 1, reason: 'Yêu cầu nhầm' });
      expect(await act(intake.clerk, id, path, { reason: 'Nhầm' }, answer.etag)).toMatchObject({ status: 409 });
    });

    it('has its deadline moved, and ends by the new one (R9)', async () => {
      const { id, etag, body } = await asked();
      const old = Temporal.Instant.from(body.supplementRequests[0].deadlineAt as string);
      const move = (deadlineAt: Temporal.Instant) =>
        act(
          intake.clerk,
          id,
          'supplement-requests/1/deadline',
          { deadlineAt: deadlineAt.toString(), reason: 'Chờ xác nhận' },
          etag,
        );
      expect((await move(old.subtract({ hours: 24 }))).body).toMatchObject({
        status: 422,
        errors: [{ pointer: '/deadlineAt', code: 'NOT_LATER' }],
      });
      await intake.system.passTo(intake.system.clock.now().add({ hours: 72 }));
      const later = old.add({ hours: 24 });
      expect((await move(later)).status).toBe(201);
      expect(await dataOf(id, DossierSupplementDeadlineMovedV1)).toMatchObject({ number: 1, reason: 'Chờ xác nhận' });
      await intake.system.passTo(later);
      await intake.until(id, 'refused');
    });
  });

  describe('that is answered', () => {
    it('tells old and new papers apart, and keeps what the form said before', async () => {
      const { id, etag } = await intake.registered(FREE);
      const asking = { items: [...items, { field: '/formData/tenCoSo', reason: 'Thiếu địa danh' }] };
      await act(intake.clerk, id, 'supplement-requests', asking, etag);
      const { etag: seen } = await intake.upload(intake.citizen, id, 'BAN-VE');
      const standing = async () =>
        (await intake.get(intake.clerk, id)).files
          .filter(({ component }: { component: string }) => component === 'BAN-VE')
          .map(({ standing: one }: { standing: string }) => one);
      expect(await standing()).toEqual(['current', 'notGiven']);
      const formData = { tenCoSo: 'Cơ sở Mẫu, Quảng Ngãi', soDienThoai: '0900000001' };
      const given = await act(intake.citizen, id, 'supplement-requests/1/completion', { formData }, seen);
      expect(given.status).toBe(201);
      expect(await standing()).toEqual(['superseded', 'current']);
      const { items: kept } = (await intake.clerk.get(`/intake/v1/dossiers/${id}/corrections`)).body;
      expect(kept).toMatchObject([
        {
          reason: 'Bổ sung theo yêu cầu số 1',
          changes: expect.arrayContaining([
            { field: '/formData/tenCoSo', before: expect.any(String), after: 'Cơ sở Mẫu, Quảng Ngãi' },
          ]),
        },
      ]);
    });
  });

  describe('that comes in parts', () => {
    const formData = { tenCoSo: 'Cơ sở Mẫu, Quảng Ngãi', soDienThoai: '0900000001' };
    const completion = 'supplement-requests/1/completion';
    const asked = async () => {
      const { id, etag } = await intake.registered(FREE);
      const asking = { items: [...items, { field: '/formData/tenCoSo', reason: 'Thiếu địa danh' }] };
      return { id, etag: (await act(intake.clerk, id, 'supplement-requests', asking, etag)).etag };
    };
    const givenOf = (body: { supplementRequests: { items: { given: boolean }[] }[] }) =>
      body.supplementRequests[0]?.items.map(({ given }) => given);

    it('stays open with a mark at each item, and what was given is not taken out again (R9)', async () => {
      const { id } = await asked();
      const file = await intake.upload(intake.citizen, id, 'BAN-VE');
      const part = await act(intake.citizen, id, completion, { partly: true }, file.etag);
      expect([part.status, part.body.status, givenOf(part.body)]).toEqual([201, 'supplementRequired', [true, false]]);
      expect(await dataOf(id, DossierSupplementPartGivenV1)).toMatchObject({
        items: [1],
        missing: [{ field: '/formData/tenCoSo' }],
      });
      const taken = await intake.citizen.send('DELETE', `/intake/v1/dossiers/${id}/files/${file.body.id}`, {
        ifMatch: part.etag,
      });
      expect(taken.status).toBe(404);
      const none = await act(intake.citizen, id, completion, { partly: true }, part.etag);
      expect(none.body).toMatchObject({ status: 422, errors: [{ pointer: '/formData/tenCoSo' }] });
      const rest = await act(intake.citizen, id, completion, { formData }, part.etag);
      expect([rest.status, rest.body.status, givenOf(rest.body)]).toEqual([201, 'registered', [true, true]]);
    });

    it('is taken as enough by the office, with a reason; where nothing came it is taken back instead', async () => {
      const { id, etag } = await asked();
      const enough = 'supplement-requests/1/sufficiency';
      const reason = { reason: 'Tên đã đúng trên giấy phép cũ' };
      expect((await act(intake.clerk, id, enough, reason, etag)).body).toMatchObject({
        status: 409,
        code: 'DOSSIER.SUPPLEMENT_NOTHING_GIVEN',
      });
      const file = await intake.upload(intake.citizen, id, 'BAN-VE');
      const part = await act(intake.citizen, id, completion, { partly: true }, file.etag);
      expect((await act(intake.citizen, id, enough, reason, part.etag)).status).toBe(403);
      const taken = await act(intake.clerk, id, enough, reason, part.etag);
      expect(taken).toMatchObject({
        status: 201,
        body: { status: 'registered', supplementRequests: [{ enoughReason: reason.reason }] },
      });
      expect(givenOf(taken.body)).toEqual([true, false]);
      expect(await dataOf(id, DossierSupplementCompletedV1)).toMatchObject({
        files: [{ component: 'BAN-VE' }],
        takenAsEnough: reason,
      });
    });
  });

  describe('after acceptance', () => {
    it('a completed supplement only asks: 202, and the case decides', async () => {
      const { id } = await intake.accepted(FREE);
      await intake.system.foreign.deliver(CaseSupplementRequestedV1, id, {
        ...sampleOf(CaseSupplementRequestedV1),
        dossierId: id,
        number: 1,
        items: [{ component: 'BAN-VE', field: null, reason: REASON }],
      });
      await intake.until(id, 'supplementRequired');
      const { etag } = await intake.upload(intake.citizen, id, 'BAN-VE');
      const path = `/intake/v1/dossiers/${id}/supplement-requests/1/completion`;
      const { status, body, etag: next } = await intake.citizen.post(path, {}, { ifMatch: etag });
      expect([status, body.status]).toEqual([202, 'supplementRequired']);
      expect(body.supplementRequests).toMatchObject([
        { number: 1, beforeAcceptance: false, givenAt: expect.any(String), completedAt: null },
      ]);
      expect(await dataOf(id, DossierSupplementCompletedV1)).toMatchObject({
        afterAcceptance: true,
        files: [{ component: 'BAN-VE' }],
      });
      const late = [
        await intake.citizen.post(path, {}, { ifMatch: next }),
        await intake.upload(intake.citizen, id, 'BAN-VE'),
      ];
      for (const refused of late)
        expect(refused.body).toMatchObject({
          status: 409,
          code: 'DOSSIER.ACTION_NOT_ALLOWED',
          action: 'completeSupplement',
          dossierStatus: 'supplementRequired',
          number: 1,
          openNumber: null,
          allowedActions: ['withdraw', 'correct', 'changeContact'],
        });
    });
  });

  describe('within 8 working hours (R6)', () => {
    const deadlineOf = async (id: string, client = intake.clerk) =>
      (await client.get(`/intake/v1/dossiers/${id}/reception-deadline`)).body;

    it('explains the due date, moves it with a supplement, and records once that it was missed', async () => {
      const { id, etag } = await intake.registered(FREE);
      const first = await deadlineOf(id);
      expect(first).toMatchObject({
        state: 'running',
        runs: [{ since: 'submission' }],
        adjustments: [],
        overdue: false,
      });
      expect(first.originalDueAt).toBe(first.dueAt);
      await act(intake.clerk, id, 'supplement-requests', { items }, etag);
      expect(await deadlineOf(id)).toMatchObject({ state: 'ended', runs: [{ endedBy: 'supplementRequired' }] });
      const { etag: seen } = await intake.upload(intake.citizen, id, 'BAN-VE');
      const path = `/intake/v1/dossiers/${id}/supplement-requests/1/completion`;
      expect((await intake.citizen.post(path, {}, { ifMatch: seen })).status).toBe(201);
      const second = await deadlineOf(id, intake.citizen);
      expect(second).toMatchObject({
        state: 'running',
        originalDueAt: first.originalDueAt,
        runs: [{}, { since: 'supplement' }],
        adjustments: [{ rule: 'R6', previousDueAt: first.dueAt, dueAt: second.dueAt }],
      });
      await intake.system.passTo(Temporal.Instant.from(second.dueAt).add({ hours: 48 }));
      const late = await eventually(() => dataOf(id, DossierReceptionOverdueV1));
      expect(late).toMatchObject({ receptionDueAt: second.dueAt, receivingAgency: 'H48.12' });
      // Being late blocks nothing (R11), and what was recorded is not recorded again.
      const { etag: current } = await intake.get(intake.clerk, id);
      expect((await act(intake.clerk, id, 'acceptance', {}, current)).status).toBe(201);
      await intake.system.passTo(intake.system.clock.now().add({ hours: 1 }));
      expect(await deadlineOf(id)).toMatchObject({
        state: 'ended',
        overdue: true,
        runs: [{}, { endedBy: 'accepted' }],
      });
      expect((await typesOf(id)).filter((type) => type === DossierReceptionOverdueV1.type)).toHaveLength(1);
    });

    it('has none at the counter', async () => {
      const { id } = await intake.draft(intake.clerk, { ...FREE, channel: 'counter' });
      expect(await deadlineOf(id)).toMatchObject({ state: 'none', dueAt: null, runs: [] });
    });
  });

  describe('when a supplement does not come (R9)', () => {
    it('refuses the dossier at its deadline, and not before; after it nothing can be completed', async () => {
      const { id, etag } = await intake.registered(FREE);
      const { body } = await act(intake.clerk, id, 'supplement-requests', { items }, etag);
      const deadline = Temporal.Instant.from(body.supplementRequests[0].deadlineAt as string);
      expect((await intake.get(intake.citizen, id)).status).toBe('supplementRequired');
      await intake.system.passTo(deadline);
      await intake.until(id, 'refused');
      expect(await dataOf(id, DossierRefusedV1)).toMatchObject({
        refusedBy: null,
        reason: 'Quá thời hạn bổ sung hồ sơ mà không nhận được hồ sơ bổ sung.',
        faults: [{ component: 'BAN-VE', reason: REASON }],
      });
      expect(
        (await intake.citizen.get(`/intake/v1/dossiers/${id}/forms/03`, { headers: { accept: 'application/json' } }))
          .body,
      ).toMatchObject({ officer: null });
      const { body: history } = await intake.citizen.get(`/intake/v1/dossiers/${id}/history`);
      expect(history.items.at(-1)).toMatchObject({ action: 'refused', actor: 'system:expire-supplements' });
    });
  });

  it('publishes nothing but what the contracts say', async () => {
    const types = await everyEventFits(intake.system);
    expect([...types].map((type) => type.split('.').slice(2, 4).join('.')).sort()).toEqual([
      'applicant.changed',
      'applicant.named',
      'dossier.accepted',
      'dossier.corrected',
      'dossier.reception-overdue',
      'dossier.refused',
      'dossier.status-changed',
      'dossier.submitted',
      'dossier.supplement-cancelled',
      'dossier.supplement-completed',
      'dossier.supplement-deadline-moved',
      'dossier.supplement-part-given',
      'dossier.supplement-requested',
    ]);
  });
});
