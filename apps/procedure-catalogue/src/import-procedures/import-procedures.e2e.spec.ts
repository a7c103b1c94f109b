import { PortalListsReadV1, PortalProcedureChangedV1, sampleOf } from '@motcua/contracts';
import { type ApiResponse, eventually } from '@motcua/testing';
import { readSeed } from '../seed/seed-files.js';
import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';

const HEADLINE = {
  ten_thu_tuc: 'Thủ tục minh họa: chứng thực bản sao mẫu',
  linh_vuc: 'THÚ Y',
  cap_thuc_hien: 'Cấp tỉnh',
  co_quan_thuc_hien: 'Sở Nông nghiệp và Môi trường',
  cach_thuc_thuc_hien: 'Trực tuyến3 Ngày làm việcMiễn phí()Trực tiếp13 Ngày làm việc8,000 VNĐ',
};

describe('importing procedures over HTTP', () => {
  let seeded: SeededCatalogue;
  beforeAll(async () => {
    seeded = await startSeededCatalogue();
  });
  afterAll(() => seeded.system.stop());

  // Each test has codes of its own: 9.1nn901, 9.1nn902 and 9.1nn903.
  let test = 9;
  let [one, two, three] = ['', '', ''];
  beforeEach(() => {
    test += 1;
    [one, two, three] = [`9.1${test}901`, `9.1${test}902`, `9.1${test}903`];
  });
  const detail = () => ({ ...readSeed<Record<string, unknown>>('samples/portal-detail.json'), code: one });
  const layThuTuc = () => ({ ...readSeed<Record<string, unknown>>('samples/lay-thu-tuc.json'), MATTHC: two });
  const headline = () => ({ ...HEADLINE, ma_thu_tuc: three });

  const send = (items: unknown[], dryRun?: boolean): Promise<ApiResponse> =>
    seeded.admin.post('/catalogue/v1/imports', { items, ...(dryRun !== undefined && { dryRun }) });
  const outcomes = ({ body }: ApiResponse): string[] =>
    (body.items as { outcome: string }[]).map(({ outcome }) => outcome);
  const rows = async () => {
    const [row] = await seeded.system.sql(
      `SELECT (SELECT json_agg(v ORDER BY procedure, version) FROM catalogue.procedure_version v) AS versions,
        (SELECT json_agg(t ORDER BY procedure) FROM catalogue.tariff t) AS tariffs, (SELECT count(*) FROM catalogue.outbox) AS events,
        (SELECT count(*) FROM catalogue.history) AS history, (SELECT json_agg(f ORDER BY code) FROM catalogue.field f) AS fields`,
    );
    return row;
  };

  it('imports both forms of the portal and headlines, each as a draft with what it leaves open', async () => {
    const imported = await send([detail(), layThuTuc(), headline()]);
    expect(imported.status).toBe(200);
    expect(imported.body).toMatchObject({
      dryRun: false,
      counts: { created: 3, updated: 0, unchanged: 0, refused: 0 },
      items: [
        {
          index: 0,
          code: one,
          outcome: 'created',
          version: 1,
          openQuestions: ['FEE_NOT_SET', 'ONLINE_REASON_MISSING', 'AGENCY_UNRESOLVED'],
          errors: [],
        },
        { index: 1, code: two, outcome: 'created', version: 1 },
        { index: 2, code: three, outcome: 'created', openQuestions: ['HEADLINE_ONLY', 'FEE_NOT_SET'] },
      ],
    });
    const { body } = await seeded.admin.get(`/catalogue/v1/procedures/${three}/versions/1`);
    expect(body).toMatchObject({
      state: 'draft',
      field: { code: 'G10-NN12' },
      competentAgencies: ['H48.12'],
      asGiven: { termAndFee: HEADLINE.cach_thuc_thuc_hien },
    });
    const found = await seeded.admin.get('/catalogue/v1/procedures?query=chung+thuc+ban+sao+mau');
    expect(found.body.items[0]).toMatchObject({ code: three, state: 'draft' });
  });

  it('changes nothing when the same comes twice', async () => {
    const items = [detail(), layThuTuc(), headline()];
    await send(items);
    const before = await rows();
    const again = await send(items);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await rows()).toEqual(before);
  });

  it('tells in a dry run what would happen, and writes nothing', async () => {
    const items = [detail(), { ...detail() }, layThuTuc(), { code: 7 }];
    const before = await rows();
    const dry = await send(items, true);
    expect([dry.body.dryRun, outcomes(dry)]).toEqual([true, ['created', 'unchanged', 'created', 'refused']]);
    expect(await rows()).toEqual(before);
    expect(outcomes(await send(items))).toEqual(outcomes(dry));
  });

  it('refuses the bad items with pointers and imports the rest', async () => {
    const bad = {
      ...detail(),
      code: '9.999911',
      name: '',
      executionMethods: [{ submissionMethod: 'PIGEON', processingTime: -1 }],
    };
    const imported = await send([
      bad,
      'text',
      {},
      layThuTuc(),
      { ...detail(), code: 'X1' },
      { ...headline(), ma_thu_tuc: '' },
    ]);
    expect(outcomes(imported)).toEqual(['refused', 'refused', 'refused', 'created', 'refused', 'refused']);
    expect(
      (imported.body.items as { errors: { pointer: string }[] }[]).map(({ errors }) =>
        errors.map(({ pointer }) => pointer),
      ),
    ).toEqual([['/items/0/name'], ['/items/1'], ['/items/2'], [], ['/items/4/code'], ['/items/5/ma_thu_tuc']]);
    expect((await seeded.admin.get('/catalogue/v1/procedures/9.999911')).status).toBe(404);
  });

  it('reads a changed item anew into the draft that only imports have written', async () => {
    await send([detail()]);
    const changed = await send([{ ...detail(), name: 'Tên mới' }]);
    expect(changed.body.items).toMatchObject([{ outcome: 'updated', version: 1 }]);
    const { body, etag } = await seeded.admin.get(`/catalogue/v1/procedures/${one}/versions/1`);
    expect([body.name, etag]).toEqual(['Tên mới', '"2"']);
    expect(outcomes(await send([{ ...detail(), name: 'Tên mới' }]))).toEqual(['unchanged']);
  });

  it('makes a new draft beside a version in force, and leaves its tariff alone', async () => {
    const before = await seeded.citizen.get('/catalogue/v1/procedures/1.001686/tariff');
    const imported = await send([{ ...detail(), code: '1.001686' }]);
    expect(imported.body.items).toMatchObject([{ code: '1.001686', outcome: 'created', version: 2 }]);
    expect((await seeded.admin.get('/catalogue/v1/procedures/1.001686')).body).toMatchObject({
      state: 'inForce',
      inForce: { version: 1 },
    });
    expect((await seeded.citizen.get('/catalogue/v1/procedures/1.001686/tariff')).body).toEqual(before.body);
    const { body: draft } = await seeded.admin.get('/catalogue/v1/procedures/1.001686/versions/2');
    expect((draft.notes as { code: string }[]).map(({ code }) => code)).toContain('TARIFF_KEPT');
  });

  it('refuses the same code twice in one request with different contents', async () => {
    const both = await send([detail(), detail(), { ...detail(), name: 'Khác' }]);
    expect(outcomes(both)).toEqual(['created', 'unchanged', 'refused']);
    expect(both.body.items[2].errors).toMatchObject([{ pointer: '/items/2', code: 'CODE_TWICE' }]);
  });

  it('announces an imported draft only after each question is answered', async () => {
    await send([detail()]);
    const path = `/catalogue/v1/procedures/${one}`;
    const announcement = { decisionNumber: '1/QĐ', decidedOn: '2026-11-20', effectiveFrom: '2026-12-01' };
    const { body: draft, etag } = await seeded.admin.get(`${path}/versions/1`);
    const early = await seeded.admin.post(`${path}/versions/1/announcement`, announcement, { ifMatch: etag });
    expect([early.status, early.body.code]).toEqual([409, 'PROCEDURE.NOT_READY']);
    expect((early.body.errors as { code: string }[]).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['AGENCY_UNRESOLVED', 'FEE_NOT_SET', 'ONLINE_REASON_MISSING']),
    );
    const wanted = (draft.openQuestions as { id: string; code: string }[]).find(
      ({ code }) => code === 'AGENCY_UNRESOLVED',
    );
    const said = await seeded.admin.post(
      `${path}/versions/1/open-questions/${wanted?.id ?? ''}/answer`,
      { answer: 'Sở' },
      { ifMatch: etag },
    );
    expect([said.status, said.body.code]).toEqual([409, 'QUESTION.WANTS_DATA']);

    const { name, level, onlineLevel, channels, subjects, variants, formSchema, results, legalBasis } = draft;
    const written = await seeded.admin.put(
      `${path}/versions/1`,
      {
        name,
        field: draft.field.code,
        level,
        competentAgencies: ['H48.12'],
        onlineLevel,
        onlineLevelReason: 'Nộp bản chính',
        channels,
        subjects,
        variants,
        formSchema,
        results,
        legalBasis,
      },
      { ifMatch: etag },
    );
    expect(written.status).toBe(200);
    const tariff = await seeded.admin.get(`${path}/tariff`);
    expect((tariff.body.lines as { amount: number | null }[]).every(({ amount }) => amount === null)).toBe(true);
    const lines = (tariff.body.lines as object[]).map((line) => ({ ...line, amount: 75_000 }));
    expect((await seeded.admin.put(`${path}/tariff`, { lines }, { ifMatch: tariff.etag })).status).toBe(200);

    const ready = await seeded.admin.get(`${path}/versions/1`);
    const announced = await seeded.admin.post(`${path}/versions/1/announcement`, announcement, { ifMatch: ready.etag });
    expect([announced.status, announced.body.state]).toEqual([201, 'announced']);
    expect(await seeded.lastEvent('vn.motcua.procedure.version-announced.v1')).toMatchObject({
      code: one,
      version: 1,
      effectiveFrom: '2026-12-01',
    });
    expect(outcomes(await send([detail()]))).toEqual(['unchanged']);
  });

  it('takes up to ten megabytes here, and one elsewhere', async () => {
    const filling = 'x'.repeat(2 * 1024 * 1024);
    const large = await send([{ ...detail(), filling }]);
    expect([large.status, outcomes(large)]).toEqual([200, ['created']]);
    expect((await send([{ filling: filling.repeat(6) }])).status).toBe(413);
    expect((await seeded.admin.put('/catalogue/v1/fields/G1', { name: filling })).status).toBe(413);
  });

  it('needs procedure.write, an idempotency key, and items', async () => {
    expect((await seeded.citizen.post('/catalogue/v1/imports', { items: [detail()] })).status).toBe(403);
    expect(
      (await seeded.admin.post('/catalogue/v1/imports', { items: [detail()] }, { idempotencyKey: null })).body,
    ).toMatchObject({ status: 400, code: 'IDEMPOTENCY.KEY_REQUIRED' });
    const none = await seeded.admin.post('/catalogue/v1/imports', { items: [], dryRun: 'yes', other: 1 });
    expect(none.status).toBe(422);
    expect((none.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual([
      '/dryRun',
      '/items',
      '/other',
    ]);
  });

  it('gives a repeated key the answer that it gave before', async () => {
    const first = await seeded.admin.post('/catalogue/v1/imports', { items: [detail()] }, { idempotencyKey: 'once' });
    const again = await seeded.admin.post('/catalogue/v1/imports', { items: [detail()] }, { idempotencyKey: 'once' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(
      (await seeded.admin.post('/catalogue/v1/imports', { items: [layThuTuc()] }, { idempotencyKey: 'once' })).status,
    ).toBe(422);
  });

  describe('and following the portal', () => {
    const CODE = '1.001686';
    const differences = '/catalogue/v1/portal-differences';
    const { item } = sampleOf(PortalProcedureChangedV1);
    /** What the portal's connector tells, delivered twice. */
    const tell = async (revision: number, change: object, more: object = {}): Promise<void> => {
      const data = { code: CODE, name: 'Tên tại Cổng', revision, listed: true, item: { ...item, ...change }, ...more };
      await seeded.system.foreign.deliver(PortalProcedureChangedV1, data.code, data);
    };
    const shown = async (code = CODE) => (await seeded.admin.get(`${differences}/${code}`)).body;
    const heard = (revision: number, code = CODE) =>
      eventually(async () => (await shown(code)).revision === revision && shown(code));

    it('sees what is new, changed and gone, takes one and dismisses another, and nothing in force changes by itself (R14)', async () => {
      const { admin } = seeded;
      const before = (await admin.get(`/catalogue/v1/procedures/${CODE}`)).body;
      const events = await seeded.eventCount();
      await tell(2, { MATTHC: CODE, TENTTHC: 'Tên mới của Cổng' });
      const found = await heard(1);
      expect(found).toMatchObject({ kind: 'changed', state: 'open', name: 'Tên tại Cổng', draftVersion: null });
      expect(found.fields[0]).toEqual({
        field: 'name',
        ours: ['Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y'],
        theirs: ['Tên mới của Cổng'],
      });
      await tell(1, { MATTHC: '2.999999', TENTTHC: 'Thủ tục mới' }, { code: '2.999999', name: 'Thủ tục mới' });
      await heard(1, '2.999999');
      await tell(1, { MATTHC: '1.001193' }, { code: '1.001193', listed: false });
      expect(await heard(1, '1.001193')).toMatchObject({ kind: 'gone', state: 'open', fields: [] });
      const open = (await admin.get(`${differences}?state=open`)).body.items;
      // Those that have differed longest first.
      expect(open.map(({ procedure, kind }: Record<string, string>) => [procedure, kind])).toEqual([
        [CODE, 'changed'],
        ['2.999999', 'new'],
        ['1.001193', 'gone'],
      ]);
      const page = (await admin.get(`${differences}?state=open&limit=1`)).body;
      expect(page.items.map(({ procedure }: Record<string, string>) => procedure)).toEqual([CODE]);
      const following = (await admin.get(`${differences}?state=open&limit=1&cursor=${encodeURIComponent(page.next)}`))
        .body;
      expect(following.items.map(({ procedure }: Record<string, string>) => procedure)).toEqual(['2.999999']);
      expect((await admin.get(`/catalogue/v1/procedures/2.999999`)).status).toBe(404);
      expect((await admin.get(`/catalogue/v1/procedures/${CODE}`)).body).toEqual(before);

      const taken = await admin.post(
        `${differences}/${CODE}/taking`,
        { reason: 'Theo Quyết định 12/QĐ' },
        { ifMatch: '"1"' },
      );
      expect(taken).toMatchObject({ status: 200, body: { state: 'taken', draftVersion: 2, decidedBy: 'admin' } });
      const draft = (await admin.get(`/catalogue/v1/procedures/${CODE}/versions/2`)).body;
      expect(draft).toMatchObject({ state: 'draft', name: 'Tên mới của Cổng', origin: 'imported' });
      const inForce = (await admin.get(`/catalogue/v1/procedures/${CODE}/versions/1`)).body;
      expect(inForce).toMatchObject({ state: 'inForce', revision: 2 });
      expect(draft.formSchema).toEqual(inForce.formSchema);
      const first = await admin.post(`${differences}/2.999999/taking`, {}, { ifMatch: '"1"' });
      expect(first.body).toMatchObject({ state: 'taken', draftVersion: 1 });
      const created = (await admin.get('/catalogue/v1/procedures/2.999999/versions/1')).body;
      expect(created.openQuestions.map(({ code }: { code: string }) => code)).toContain('LEVEL_UNCLEAR');
      // The fees of a procedure that nobody could use yet are the only thing that others hear of.
      expect(await seeded.eventCount()).toBe(events + 1);
      expect(await seeded.lastEvent('vn.motcua.tariff.changed.v1')).toMatchObject({ procedureCode: '2.999999' });

      expect((await admin.post(`${differences}/1.001193/dismissal`, {}, { ifMatch: '"1"' })).status).toBe(422);
      const dismissed = await admin.post(
        `${differences}/1.001193/dismissal`,
        { reason: 'Tỉnh còn áp dụng' },
        { ifMatch: '"1"' },
      );
      expect(dismissed.body).toMatchObject({ state: 'dismissed', reason: 'Tỉnh còn áp dụng', revision: 2 });
      const again = await admin.post(`${differences}/1.001193/dismissal`, { reason: 'Lần nữa' }, { ifMatch: '"2"' });
      expect(again).toMatchObject({ status: 409, body: { code: 'DIFFERENCE.NOT_OPEN' } });
      expect((await admin.get(`${differences}?state=open`)).body.items).toEqual([]);
    });

    it('is shown no difference again that was decided, until the portal changes the procedure again', async () => {
      await tell(3, { MATTHC: CODE, TENTTHC: 'Tên mới của Cổng' });
      expect(await heard(3)).toMatchObject({ state: 'taken', draftVersion: 2 });
      await tell(4, { MATTHC: CODE, TENTTHC: 'Tên mới hơn' });
      expect(await heard(4)).toMatchObject({ state: 'open', draftVersion: null, decidedBy: null });
      await tell(3, { MATTHC: CODE, TENTTHC: 'Tên cũ' });
      expect((await shown()).revision).toBe(4);
    });

    it('takes several at once, each with a result of its own, and dismisses the rest by a filter', async () => {
      const { admin, citizen } = seeded;
      const codes = ['3.000001', '3.000002', '3.000003'];
      for (const code of codes) await tell(1, { MATTHC: code, TENTTHC: `Thủ tục ${code}` }, { code, name: code });
      await tell(1, { MATTHC: '3.000004', TENTTHC: '' }, { code: '3.000004' });
      for (const code of [...codes, '3.000004']) await heard(1, code);
      const item = (procedure: string, etag = '"1"') => ({ procedure, etag });
      const decide = (body: object) => admin.post(`${differences}/decisions`, body);
      const taken = await decide({
        decision: 'take',
        items: [item('3.000001'), item('3.000002', '"7"'), item('3.000004'), item('9.999999')],
      });
      expect(taken).toMatchObject({ status: 200, body: { decided: 1, refused: 3, next: null } });
      expect(taken.body.items).toMatchObject([
        { procedure: '3.000001', outcome: 'taken', draftVersion: 1, code: null },
        { procedure: '3.000002', outcome: 'refused', draftVersion: null, code: 'RESOURCE.CHANGED' },
        { procedure: '3.000004', outcome: 'refused', code: 'DIFFERENCE.NOT_TAKEN' },
        { procedure: '9.999999', outcome: 'refused', code: 'RESOURCE.NOT_FOUND' },
      ]);
      expect((await admin.get('/catalogue/v1/procedures/3.000001/versions/1')).body).toMatchObject({ state: 'draft' });
      expect(await shown('3.000002')).toMatchObject({ state: 'open', revision: 1 });
      for (const wrong of [
        { decision: 'dismiss', items: [item('3.000002')] },
        { decision: 'take' },
        { decision: 'take', items: [item('3.000002')], filter: {} },
        { decision: 'take', items: [item('3.000002'), item('3.000002')] },
        { decision: 'keep', items: [item('3.000002')] },
      ])
        expect((await decide(wrong)).status).toBe(422);
      expect((await citizen.post(`${differences}/decisions`, { decision: 'take', filter: {} })).status).toBe(403);
      const text = await (await fetch(`${seeded.system.url}/catalogue/metrics`)).text();
      expect(text).toMatch(/motcua_catalogue_open_differences\{[^}]*kind="new"[^}]*\} 3\n/);
      const rest = { decision: 'dismiss', reason: 'Chưa áp dụng tại tỉnh', filter: { kind: 'new', after: '3.000001' } };
      const dismissed = await decide(rest);
      expect(
        dismissed.body.items.map(({ procedure, outcome }: Record<string, string>) => [procedure, outcome]),
      ).toEqual(['3.000002', '3.000003', '3.000004'].map((code) => [code, 'dismissed']));
      expect((await decide(rest)).body).toEqual({ decided: 0, refused: 0, items: [], next: null });
    });

    it('is compared again where ours changes, as by a repeal (R14)', async () => {
      const { admin } = seeded;
      const code = '1.001193';
      const { body } = await admin.get(`/catalogue/v1/procedures/${code}`);
      await tell(
        2,
        { MATTHC: code, TENTTHC: body.name, LINHVUCTHUCHIEN: [{ MALINHVUC: 'X-1', TENLINHVUC: 'Lĩnh vực lạ' }] },
        { code },
      );
      const open = await heard(3, code);
      expect(open).toMatchObject({ state: 'open', kind: 'changed' });
      const names = open.fields.map(({ field }: { field: string }) => field);
      expect(names).toContain('field');
      await admin.post(
        `/catalogue/v1/procedures/${code}/repeal`,
        { from: '2026-11-23', decisionNumber: '12/QĐ-UBND' },
        { ifMatch: (await admin.get(`/catalogue/v1/procedures/${code}`)).etag },
      );
      expect(await shown(code)).toMatchObject({ state: 'open', revision: 4, fields: [{ field: 'repeal' }] });
    });

    it('shows every agency and field that there is, once, where the portal’s lists were read (R2)', async () => {
      const { fetchId } = sampleOf(PortalListsReadV1);
      await seeded.system.foreign.deliver(PortalListsReadV1, 'lists', { fetchId });
      const shownRegister = await eventually(() => seeded.lastEvent('vn.motcua.register.shown.v1'));
      const { agencies, fields } = shownRegister as Record<'agencies' | 'fields', Record<string, string>[]>;
      expect(shownRegister).toMatchObject({ fetchId });
      const [counted] = await seeded.system.sql<{ agencies: number; fields: number; shown: number }>(
        `SELECT (SELECT count(*)::int FROM catalogue.agency) AS agencies, (SELECT count(*)::int FROM catalogue.field) AS fields,
          (SELECT count(*)::int FROM catalogue.outbox WHERE type = 'vn.motcua.register.shown.v1') AS shown`,
      );
      expect({ agencies: agencies.length, fields: fields.length, shown: 1 }).toEqual(counted);
      expect(agencies).toContainEqual({
        code: 'H48.12',
        legacyCode: '000.00.12.H48',
        name: 'Sở Nông nghiệp và Môi trường',
      });
      expect(fields).toContainEqual({ code: 'G10-NN12', name: 'Thú y' });
    });

    it('is refused a draft in the place of what a person has written, and a citizen everything', async () => {
      const { admin, citizen } = seeded;
      const path = `/catalogue/v1/procedures/${CODE}/versions/2`;
      const { etag, body } = await admin.get(path);
      const {
        procedure: _,
        version: __,
        state: ___,
        announcement: ____,
        openQuestions: _5,
        notes: _6,
        asGiven: _7,
        origin: _8,
        revision: _9,
        field,
        ...content
      } = body;
      expect(
        (
          await admin.put(
            path,
            { ...content, channels: ['counter', 'online'], field: field.code, instructions: 'Sửa tay' },
            { ifMatch: etag },
          )
        ).status,
      ).toBe(200);
      const refused = await admin.post(`${differences}/${CODE}/taking`, {}, { ifMatch: '"4"' });
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'DIFFERENCE.NOT_TAKEN', errors: [{ code: 'DRAFT_EDITED' }] },
      });
      expect(await shown()).toMatchObject({ state: 'open', revision: 4 });
      expect((await citizen.get(differences)).status).toBe(403);
    });
  });
});
