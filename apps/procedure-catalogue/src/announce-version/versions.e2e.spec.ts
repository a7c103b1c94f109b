import type { ApiResponse, Json } from '@motcua/testing';
import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';

const paper = { code: 'DON', name: 'Đơn', originals: 1, copies: 0, required: true };
const VERSION = {
  name: 'Thủ tục mẫu',
  field: 'G10-NN12',
  level: 'province',
  competentAgencies: ['H48.12'],
  onlineLevel: 'full',
  channels: ['counter', 'online'],
  subjects: ['citizen'],
  variants: [{ code: 'default', name: 'Chung', term: { amount: 5, unit: 'workingDay' }, components: [paper] }],
  formSchema: { type: 'object', properties: { ten: { type: 'string' } } },
  results: [{ code: 'KQ', name: 'Giấy' }],
  legalBasis: [{ code: '1/2026', name: 'Luật' }],
};
const ANNOUNCEMENT = { decisionNumber: '1/QĐ-UBND', decidedOn: '2026-11-20', effectiveFrom: '2026-11-23' };
const LINE = {
  code: 'PHI',
  kind: 'phi',
  name: 'Phí',
  amount: 100_000,
  channels: ['counter', 'online'],
  collectedAt: 'beforeAcceptance',
  validFrom: '2026-01-01',
  legalBasis: 'TT',
};

describe('versions, tariffs and policies over HTTP', () => {
  let seeded: SeededCatalogue;
  let number = 100_000;
  let path = '';
  beforeAll(async () => {
    seeded = await startSeededCatalogue();
  });
  afterAll(() => seeded.system.stop());
  beforeEach(() => {
    number += 1;
    path = `/catalogue/v1/procedures/8.${number}`;
  });

  const put = (below: string, body: unknown, ifMatch?: string): Promise<ApiResponse> =>
    seeded.admin.put(`${path}${below}`, body, ifMatch === undefined ? {} : { ifMatch });
  const post = (below: string, body: unknown, ifMatch?: string): Promise<ApiResponse> =>
    seeded.admin.post(`${path}${below}`, body, ifMatch === undefined ? {} : { ifMatch });
  const get = (below = ''): Promise<ApiResponse> => seeded.admin.get(`${path}${below}`);
  const pointers = ({ body }: ApiResponse): string[] =>
    [...new Set((body.errors as { pointer: string }[]).map(({ pointer }) => pointer))].toSorted();
  const announced = async (change: object = {}): Promise<ApiResponse> => {
    await put('/versions/1', VERSION);
    await put('/tariff', { lines: [] });
    return post('/versions/1/announcement', { ...ANNOUNCEMENT, ...change }, '"1"');
  };

  it('drafts a version, changes the draft, and announces it once', async () => {
    const drafted = await put('/versions/1', VERSION);
    expect([drafted.status, drafted.etag, drafted.body.state, drafted.body.field]).toEqual([
      201,
      '"1"',
      'draft',
      { code: 'G10-NN12', name: 'Thú y' },
    ]);
    expect((await put('/versions/1', VERSION)).status).toBe(428);
    const changed = await put('/versions/1', { ...VERSION, name: 'Tên khác' }, '"1"');
    expect([changed.status, changed.etag]).toEqual([200, '"2"']);
    expect((await post('/versions/1/announcement', ANNOUNCEMENT)).status).toBe(428);
    expect((await post('/versions/1/announcement', ANNOUNCEMENT, '"1"')).status).toBe(412);
    // Free is said, never inferred (R16).
    expect((await post('/versions/1/announcement', ANNOUNCEMENT, '"2"')).body).toMatchObject({
      code: 'PROCEDURE.NOT_READY',
      errors: [{ pointer: '/tariff', code: 'FEE_NOT_SAID' }],
    });
    expect((await put('/tariff', { lines: [] })).status).toBe(201);
    const made = await post('/versions/1/announcement', ANNOUNCEMENT, '"2"');
    expect([made.status, made.body.state, made.body.announcement]).toEqual([
      201,
      'inForce',
      { ...ANNOUNCEMENT, publishedOn: null },
    ]);
    expect(await seeded.lastEvent('vn.motcua.procedure.version-announced.v1')).toMatchObject({
      code: `8.${number}`,
      version: 1,
      name: 'Tên khác',
      competentAgencies: ['H48.12'],
      competentLevel: null,
      effectiveFrom: '2026-11-23',
      supplementPolicy: 'pause',
    });
    expect((await put('/versions/1', VERSION, made.etag)).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.NOT_A_DRAFT',
    });
    expect((await post('/versions/1/announcement', ANNOUNCEMENT, made.etag)).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.NOT_A_DRAFT',
    });
  });

  it('numbers versions one after the other', async () => {
    expect((await put('/versions/2', VERSION)).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.VERSION_NOT_NEXT',
      next: 1,
    });
    expect((await get()).status).toBe(404);
  });

  it('is in force as version 1 until the day on which version 2 takes effect', async () => {
    await announced();
    await put('/versions/2', { ...VERSION, name: 'Bản hai' });
    expect(
      (await post('/versions/2/announcement', { ...ANNOUNCEMENT, effectiveFrom: '2026-11-22' }, '"1"')).body,
    ).toMatchObject({ status: 422, code: 'PROCEDURE.ANNOUNCEMENT_INVALID' });
    expect(
      (await post('/versions/2/announcement', { ...ANNOUNCEMENT, effectiveFrom: '2026-12-01' }, '"1"')).status,
    ).toBe(201);
    const at = async (instant: string): Promise<unknown> =>
      (await get(`?at=${encodeURIComponent(instant)}`)).body.inForce?.version;
    expect(await at('2026-11-22T23:59:59+07:00')).toBeUndefined();
    expect(await at('2026-11-23T00:00:00+07:00')).toBe(1);
    expect(await at('2026-11-30T16:59:59Z')).toBe(1);
    expect(await at('2026-11-30T17:00:00Z')).toBe(2);
    expect((await get()).body.versions).toMatchObject([
      { version: 1, state: 'inForce' },
      { version: 2, state: 'announced' },
    ]);
    const search = async (parameters: string): Promise<unknown> =>
      (await seeded.citizen.get(`/catalogue/v1/procedures?query=8.${number}${parameters}`)).body.items;
    expect(await search('')).toMatchObject([{ version: 1, name: 'Thủ tục mẫu', state: 'inForce' }]);
    expect(await search('&at=2026-12-01T00:00:00%2B07:00')).toMatchObject([
      { version: 2, name: 'Bản hai', state: 'inForce' },
    ]);
  });

  it.each<[string, object, string[]]>([
    ['an unknown field', { field: 'NONE' }, ['/field']],
    ['an unknown agency', { competentAgencies: ['H48.12', 'H48.999'] }, ['/competentAgencies/1']],
    ['both agencies and a level', { competentLevel: 'commune' }, ['/competentAgencies']],
    ['neither agencies nor a level', { competentAgencies: null }, ['/competentAgencies']],
    ['partly online without a reason', { onlineLevel: 'partial' }, ['/onlineLevelReason']],
    ['information with an online channel', { onlineLevel: 'information' }, ['/channels']],
    ['online without the channel', { channels: ['counter'] }, ['/channels']],
    ['a channel twice', { channels: ['online', 'online'] }, ['/channels']],
    ['a schema that does not compile', { formSchema: { type: 'objekt' } }, ['/formSchema']],
    ['a schema of no object', { formSchema: { type: 'string' } }, ['/formSchema']],
    [
      'a schema that refers to another',
      { formSchema: { type: 'object', $ref: 'https://example.test/s.json' } },
      ['/formSchema'],
    ],
    [
      'a same-day term with an amount',
      { variants: [{ ...VERSION.variants[0], term: { amount: 1, unit: 'sameDay' } }] },
      ['/variants/0/term/amount'],
    ],
    [
      'a term without an amount',
      { variants: [{ ...VERSION.variants[0], term: { unit: 'month' } }] },
      ['/variants/0/term/amount'],
    ],
    [
      'a term too long',
      { variants: [{ ...VERSION.variants[0], term: { amount: 121, unit: 'month' } }] },
      ['/variants/0/term/amount'],
    ],
    ['a variant twice', { variants: [VERSION.variants[0], VERSION.variants[0]] }, ['/variants/1/code']],
    [
      'a paper twice',
      { variants: [{ ...VERSION.variants[0], components: [paper, paper] }] },
      ['/variants/0/components/1/code'],
    ],
    [
      'a required paper of no copies',
      { variants: [{ ...VERSION.variants[0], components: [{ ...paper, originals: 0 }] }] },
      ['/variants/0/components/0/originals'],
    ],
    [
      'several at once',
      { field: 'NONE', onlineLevel: 'partial', formSchema: { type: 1 } },
      ['/field', '/formSchema', '/onlineLevelReason'],
    ],
    [
      'wrong shapes',
      { name: '', level: 'x', variants: [], channels: ['fax'], more: 1, subjects: 'citizen' },
      ['/channels', '/level', '/more', '/name', '/subjects', '/variants'],
    ],
  ])('refuses a draft with %s', async (_, change, expected) => {
    const refused = await put('/versions/1', { ...VERSION, ...change });
    expect(refused.status).toBe(422);
    expect(pointers(refused)).toEqual(expected);
    expect((await get()).status).toBe(404);
  });

  it.each<[object, string[]]>([
    [{ decidedOn: '2026-12-30', effectiveFrom: '2026-12-31' }, ['/decidedOn']],
    [{ effectiveFrom: '2026-11-01' }, ['/effectiveFrom']],
    [{ publishedOn: '2026-01-01' }, ['/publishedOn']],
    [{ effectiveFrom: '2026-02-30', decisionNumber: '' }, ['/decisionNumber', '/effectiveFrom']],
  ])('refuses the announcement %j', async (change, expected) => {
    const refused = await announced(change);
    expect([refused.status, pointers(refused)]).toEqual([422, expected]);
  });

  it('suspends for a while, ends that sooner, and never for days that are over', async () => {
    await announced();
    const { etag } = await get();
    expect((await post('/suspension', { from: '2026-11-22', reason: 'x' }, etag)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/from' }],
    });
    const suspended = await post('/suspension', { from: '2026-11-23', reason: 'Chờ biểu mẫu' }, etag);
    expect([suspended.status, suspended.body.state, suspended.body.inForce]).toEqual([201, 'suspended', null]);
    expect(await seeded.lastEvent('vn.motcua.procedure.suspended.v1')).toEqual({
      code: `8.${number}`,
      from: '2026-11-23',
      until: null,
      reason: 'Chờ biểu mẫu',
    });
    expect((await post('/suspension', { from: '2026-11-30', reason: 'x' }, suspended.etag)).body.errors).toMatchObject([
      { code: 'WINDOWS_OVERLAP' },
    ]);
    const ended = await post(
      '/suspension',
      { from: '2026-11-23', until: '2026-11-25', reason: 'Chờ biểu mẫu' },
      suspended.etag,
    );
    expect(ended.status).toBe(201);
    expect((await get('?at=2026-11-25T00:00:00%2B07:00')).body.state).toBe('inForce');
    expect((await post('/suspension', { from: '2026-12-01', reason: 'x' }, etag)).status).toBe(412);
  });

  it('repeals once, from a day that is not over', async () => {
    const draft = await put('/versions/1', VERSION);
    expect(draft.status).toBe(201);
    const repeal = { from: '2026-12-01', decisionNumber: '2/QĐ' };
    expect((await post('/repeal', repeal, (await get()).etag)).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.NEVER_ANNOUNCED',
    });
    await put('/tariff', { lines: [] });
    await post('/versions/1/announcement', ANNOUNCEMENT, '"1"');
    const { etag } = await get();
    expect((await post('/repeal', { ...repeal, from: '2026-11-22' }, etag)).status).toBe(422);
    const repealed = await post('/repeal', repeal, etag);
    expect([repealed.status, repealed.body.state]).toEqual([201, 'inForce']);
    expect(await seeded.lastEvent('vn.motcua.procedure.repealed.v1')).toEqual({ code: `8.${number}`, ...repeal });
    expect((await get('?at=2026-12-01T00:00:00%2B07:00')).body).toMatchObject({ state: 'repealed', inForce: null });
    expect((await post('/repeal', repeal, repealed.etag)).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.REPEALED',
    });
    expect((await put('/versions/2', VERSION)).body).toMatchObject({ status: 409, code: 'PROCEDURE.REPEALED' });
  });

  it('sets a tariff apart from the versions, and publishes the whole of it', async () => {
    await put('/versions/1', VERSION);
    const set = await put('/tariff', { lines: [LINE] });
    expect([set.status, set.etag, set.body.lines]).toEqual([
      201,
      '"1"',
      [{ ...LINE, variant: null, applicants: null, measure: null, validTo: null }],
    ]);
    expect(await seeded.lastEvent('vn.motcua.tariff.changed.v1')).toMatchObject({
      procedureCode: `8.${number}`,
      revision: 1,
      lines: [{ amount: 100_000 }],
    });
    expect((await put('/tariff', { lines: [] })).status).toBe(428);
    expect((await put('/tariff', { lines: [] }, '"1"')).status).toBe(200);
    expect((await get('/tariff')).etag).toBe('"2"');
  });

  it('rewrites no day that is over: a correction says why, and both stay readable (R16)', async () => {
    await put('/versions/1', VERSION);
    await put('/tariff', { lines: [LINE] });
    await post('/versions/1/announcement', { ...ANNOUNCEMENT, effectiveFrom: '2026-11-21' }, '"1"');
    const other = { lines: [{ ...LINE, amount: 90_000 }] };
    expect((await put('/tariff', other, '"1"')).body).toMatchObject({
      ...{ status: 422, code: 'TARIFF.INVALID' },
      errors: [{ pointer: '/lines/0', code: 'PAST_REWRITTEN' }],
    });
    const later = [
      { ...LINE, validTo: '2026-11-23' },
      { ...LINE, amount: 90_000, validFrom: '2026-11-23' },
    ];
    expect((await put('/tariff', { lines: later }, '"1"')).status).toBe(200);
    const reason = 'Nghị quyết ghi 90.000 đồng ngay từ đầu, đã nhập nhầm';
    expect(await seeded.lastEvent('vn.motcua.tariff.changed.v1')).toMatchObject({ revision: 2, reason: null });
    expect((await put('/tariff', { ...other, reason }, '"2"')).status).toBe(200);
    expect(await seeded.lastEvent('vn.motcua.tariff.changed.v1')).toMatchObject({ revision: 3, reason });
    const said = (setBy: string | null): object[] => [
      { revision: 3, reason, setBy, lines: [{ amount: 90_000 }] },
      { revision: 2, reason: null, lines: [{ amount: 100_000 }, { amount: 90_000 }] },
      {
        revision: 1,
        reason: null,
        setAt: expect.stringMatching(/^2026-11-23T08:.*\+07:00$/),
        lines: [{ amount: 100_000, validTo: null }],
      },
    ];
    expect((await get('/tariff/revisions')).body.items).toMatchObject(said('admin'));
    expect((await seeded.citizen.get(`${path}/tariff/revisions`)).body.items).toMatchObject(said(null));
    const first = await get('/tariff/revisions?limit=1');
    const rest = await get(`/tariff/revisions?cursor=${String(first.body.next)}`);
    expect((rest.body.items as { revision: number }[]).map(({ revision }) => revision)).toEqual([2, 1]);
    await expect(
      seeded.system.sql(`UPDATE catalogue.tariff_revision SET reason = NULL WHERE procedure = $1`, [`8.${number}`]),
    ).rejects.toThrow('a revision is never changed');
  });

  it('lets an amount be open in a draft, which cannot be announced then, and in nothing that was announced', async () => {
    await put('/versions/1', VERSION);
    expect((await put('/tariff', { lines: [{ ...LINE, amount: null }] })).status).toBe(201);
    expect((await post('/versions/1/announcement', ANNOUNCEMENT, '"1"')).body).toMatchObject({
      status: 409,
      code: 'PROCEDURE.NOT_READY',
      errors: [{ pointer: '/tariff/lines/0/amount' }],
    });
    expect((await put('/tariff', { lines: [LINE] }, '"1"')).status).toBe(200);
    expect((await post('/versions/1/announcement', ANNOUNCEMENT, '"1"')).status).toBe(201);
    expect(await seeded.lastEvent('vn.motcua.procedure.version-announced.v1')).toMatchObject({ tariffRevision: 2 });
    expect(pointers(await put('/tariff', { lines: [{ ...LINE, amount: null }] }, '"2"'))).toEqual(['/lines/0/amount']);
  });

  it.each<[string, object[], string[]]>([
    ['an empty window', [{ ...LINE, validTo: '2026-01-01' }], ['/lines/0/validTo']],
    ['an unknown variant', [{ ...LINE, variant: 'other' }], ['/lines/0/variant']],
    [
      'windows of one code that overlap',
      [
        { ...LINE, validTo: '2026-07-02' },
        { ...LINE, validFrom: '2026-07-01' },
      ],
      ['/lines/1/validFrom'],
    ],
    [
      'wrong shapes',
      [{ ...LINE, amount: 1.5, kind: 'tax', channels: [], validFrom: '1 May' }],
      ['/lines/0/amount', '/lines/0/channels', '/lines/0/kind', '/lines/0/validFrom'],
    ],
  ])('refuses a tariff with %s', async (_, lines, expected) => {
    await put('/versions/1', VERSION);
    const refused = await put('/tariff', { lines });
    expect([refused.status, pointers(refused)]).toEqual([422, expected]);
  });

  it('takes windows that touch, and one code on different channels', async () => {
    await put('/versions/1', VERSION);
    const lines = [
      { ...LINE, channels: ['counter'], validTo: '2026-07-01' },
      { ...LINE, channels: ['counter'], validFrom: '2026-07-01' },
      { ...LINE, channels: ['online'] },
    ];
    expect((await put('/tariff', { lines })).status).toBe(201);
  });

  it('keeps policies of fees and terms (R17)', async () => {
    const policy = {
      kind: 'fee',
      name: 'Giảm 50%',
      basisPoints: 5000,
      legalBasis: 'NQ',
      validFrom: '2026-01-01',
      scope: { agencies: ['H48'], channels: ['online'] },
    };
    const at = '/catalogue/v1/policies/P1';
    const created = await seeded.admin.put(at, policy);
    expect([created.status, created.body.scope]).toEqual([
      201,
      { fields: null, procedures: null, agencies: ['H48'], feeKinds: null, channels: ['online'], applicants: null },
    ]);
    expect(await seeded.lastEvent('vn.motcua.policy.changed.v1')).toMatchObject({
      code: 'P1',
      revision: 1,
      basisPoints: 5000,
    });
    expect((await seeded.admin.put(at, policy)).status).toBe(428);
    const corrected = { ...policy, basisPoints: 3000 };
    expect((await seeded.admin.put(at, corrected, { ifMatch: '"1"' })).body).toMatchObject({
      ...{ status: 422, code: 'POLICY.INVALID' },
      errors: [{ pointer: '/reason', code: 'PAST_REWRITTEN' }],
    });
    const reason = 'Nghị quyết ghi 30%, đã nhập nhầm';
    expect((await seeded.admin.put(at, { ...corrected, reason }, { ifMatch: '"1"' })).status).toBe(200);
    expect(await seeded.lastEvent('vn.motcua.policy.changed.v1')).toMatchObject({ code: 'P1', revision: 2, reason });
    expect((await seeded.admin.get(`${at}/revisions`)).body.items).toMatchObject([
      { revision: 2, basisPoints: 3000, reason, setBy: 'admin' },
      { revision: 1, basisPoints: 5000, reason: null },
    ]);
    const bad = {
      ...policy,
      kind: 'term',
      basisPoints: 10_000,
      validTo: '2026-01-01',
      scope: { fields: ['X'], agencies: ['H99'], feeKinds: ['phi'] },
    };
    const refused = await seeded.admin.put('/catalogue/v1/policies/P2', bad);
    expect([refused.status, pointers(refused)]).toEqual([
      422,
      ['/basisPoints', '/scope/agencies/0', '/scope/feeKinds', '/scope/fields/0', '/validTo'],
    ]);
    expect((await seeded.citizen.put(at, policy)).status).toBe(403);
    const { items } = (await seeded.citizen.get('/catalogue/v1/policies')).body;
    expect(items.map(({ code }: Json) => code)).toEqual([
      ...['MIEN-HO-TICH-CO-CONG', 'MIEN-HO-TICH-HO-NGHEO', 'MIEN-HO-TICH-KHUYET-TAT'],
      ...['P1', 'QNG-ONLINE-50', 'QNG-TERM-20'],
    ]);
  });

  it('lets an administrator alone write procedures', async () => {
    for (const role of ['citizen', 'clerk', 'specialist', 'leader', 'cashier', 'agency-system'] as const) {
      const other = await seeded.system.as({ sub: role, roles: [role], agency: 'H48.12', scope: 'procedure.write' });
      expect((await other.put(`${path}/versions/1`, VERSION)).status).toBe(403);
    }
  });

  it('publishes only what its contracts say', async () => {
    const { ALL_CONTRACTS } = await import('@motcua/contracts');
    const { readEventData } = await import('@motcua/platform');
    const rows = await seeded.system.sql<{ type: string; data: object }>('SELECT type, data FROM catalogue.outbox');
    expect(rows.length).toBeGreaterThan(150);
    for (const { type, data } of rows) {
      const contract = ALL_CONTRACTS.find((one) => one.type === type);
      if (!contract) throw new Error(`no contract for ${type}`);
      await expect(readEventData(contract, data)).resolves.toBeDefined();
    }
  });
});
