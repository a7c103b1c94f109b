import type { ApiResponse } from '@motcua/testing';
import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';
import { NAMES, QUESTIONS } from './questions.fixture.js';

describe('finding procedures', () => {
  let seeded: SeededCatalogue;
  beforeAll(async () => {
    seeded = await startSeededCatalogue();
  });
  afterAll(() => seeded.system.stop());

  const find = (parameters: Record<string, string>): Promise<ApiResponse> =>
    seeded.citizen.get(`/catalogue/v1/procedures?${new URLSearchParams(parameters).toString()}`);
  const codes = (response: ApiResponse): string[] =>
    (response.body.items as { code: string }[]).map(({ code }) => code);

  it.each([
    ['with diacritics', 'buôn bán thuốc thú y'],
    ['without diacritics', 'buon ban thuoc thu y'],
    ['in capitals', 'BUÔN BÁN THUỐC THÚ Y'],
    ['in decomposed letters (NFD)', 'buôn bán thuốc thú y'.normalize('NFD')],
    ['with words in another order', 'thú y thuốc buôn bán'],
    ['with its last word begun', 'buôn bán thuốc th'],
  ])('finds a procedure by its name %s', async (_, query) => {
    expect(codes(await find({ query }))[0]).toBe('1.001686');
  });

  it('does not mind over which vowel a tone is written', async () => {
    const written = codes(await find({ query: 'hoá' }));
    expect(written.length).toBeGreaterThan(0);
    expect(codes(await find({ query: 'hóa' }))).toEqual(written);
  });

  it('does not mind whether a syllable that is taught both ways is written with i or with y', async () => {
    const written = codes(await find({ query: 'đăng ký khai sinh' }));
    expect(written.length).toBeGreaterThan(0);
    expect(codes(await find({ query: 'đăng kí khai sinh' }))).toEqual(written);
    expect(codes(await find({ query: 'dang ki khai sinh' }))).toEqual(written);
    expect(codes(await find({ query: 'đăng kí' }))).toEqual(
      expect.arrayContaining(codes(await find({ query: 'đăng ký' }))),
    );
  });

  it('reads đ as d where the caller has no đ', async () => {
    const typed = codes(await find({ query: 'đất đai' }));
    expect(typed.length).toBeGreaterThan(0);
    expect(new Set(codes(await find({ query: 'dat dai' })))).toEqual(new Set(typed));
  });

  it('puts the code itself first, then codes that begin with it', async () => {
    expect(codes(await find({ query: '1.001686' }))).toEqual(['1.001686']);
    const begun = codes(await find({ query: '1.00' }));
    expect(begun.length).toBeGreaterThan(3);
    expect(begun.every((code) => code.startsWith('1.00'))).toBe(true);
  });

  it('finds by field and by agency', async () => {
    const byField = await find({ query: 'thú y' });
    expect(codes(byField)).toContain('1.001686');
    expect(codes(await find({ query: 'so nong nghiep va moi truong' }))).toContain('1.001686');
  });

  it('filters by field, agency in both forms (R2), level, online level and channel', async () => {
    expect(codes(await find({ field: 'G10-NN12' }))).toContain('1.001686');
    const current = codes(await find({ agency: 'H48.12' }));
    expect(current).toContain('1.001686');
    expect(codes(await find({ agency: '000.00.12.H48' }))).toEqual(current);
    expect(codes(await find({ agency: 'H48.30' }))).toEqual(codes(await find({ level: 'commune' })));
    const counterOnly = await find({ onlineLevel: 'information' });
    expect(codes(counterOnly)).toContain('2.000884');
    expect(codes(await find({ channel: 'online' }))).not.toContain('2.000884');
    expect((await find({ agency: 'H99' })).body).toMatchObject({ status: 422, errors: [{ pointer: '/agency' }] });
  });

  it.each<Record<string, string>>([{}, { query: 'cap giay' }])(
    'pages %j without leaving out or repeating any',
    async (parameters: Record<string, string>) => {
      const whole = codes(await find({ ...parameters, limit: '200' }));
      const paged: string[] = [];
      let page = await find({ ...parameters, limit: '3' });
      for (;;) {
        expect(page.status).toBe(200);
        paged.push(...codes(page));
        const { next } = page.body as { next: string | null };
        if (next === null) break;
        expect(page.headers.get('link')).toContain('rel="next"');
        page = await find({ ...parameters, limit: '3', cursor: next });
      }
      expect(whole.length).toBeGreaterThan(6);
      expect(paged).toEqual(whole);
    },
  );

  it.each(["' OR 1=1 --", "'; DROP TABLE catalogue.procedure; --", '%', "a' & 'b", '\\', "'):*", '!!!'])(
    'takes %j as words to look for, and nothing else',
    async (query) => {
      const found = await find({ query });
      expect(found.status).toBe(200);
      expect(found.body.items).toEqual([]);
      expect(codes(await find({ query: '1.001686' }))).toEqual(['1.001686']);
    },
  );

  it('names every wrong parameter at once, unknown ones too', async () => {
    const refused = await find({ level: 'village', channel: 'fax', limit: '0', colour: 'red', at: 'yesterday' });
    expect(refused.status).toBe(400);
    expect((refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).toSorted()).toEqual([
      '/at',
      '/channel',
      '/colour',
      '/level',
      '/limit',
    ]);
  });

  it('refuses a cursor that is not one of ours', async () => {
    expect((await find({ cursor: 'eA' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/cursor' }] });
  });

  it('shows what is in force now and what was not yet', async () => {
    const now = await seeded.citizen.get('/catalogue/v1/procedures/1.001686');
    expect(now.status).toBe(200);
    expect(now.etag).toMatch(/^"\d+"$/);
    expect(now.body).toMatchObject({
      state: 'inForce',
      inForce: { version: 1, state: 'inForce', variants: [{ term: { amount: 7, unit: 'workingDay' } }] },
    });
    const before = await seeded.citizen.get('/catalogue/v1/procedures/1.001686?at=2026-05-14T23:59:59%2B07:00');
    expect(before.body).toMatchObject({ state: 'announced', inForce: null });
    const first = await seeded.citizen.get('/catalogue/v1/procedures/1.001686?at=2026-05-15T00:00:00%2B07:00');
    expect(first.body).toMatchObject({ state: 'inForce', inForce: { version: 1 } });
  });

  it.each([
    ['/catalogue/v1/procedures/9.999999', 404, 'PROCEDURE.UNKNOWN'],
    ['/catalogue/v1/procedures/1.001686/versions/7', 404, 'PROCEDURE.VERSION_UNKNOWN'],
    ['/catalogue/v1/procedures/abc', 400, 'REQUEST.PARAMETER_INVALID'],
    ['/catalogue/v1/procedures/1.001686/versions/0', 400, 'REQUEST.PARAMETER_INVALID'],
  ])('answers %s with %d %s', async (path, status, code) => {
    expect((await seeded.citizen.get(path)).body).toMatchObject({ status, code });
  });

  it('needs a token', async () => {
    expect((await seeded.system.anonymous().get('/catalogue/v1/procedures')).status).toBe(401);
  });

  it('takes no more of a misspelt word than one letter, and of a phrase nothing that few of its words say', async () => {
    expect(codes(await find({ query: 'thuôc thú i' }))).toContain('1.001686');
    expect(codes(await find({ query: 'xyzzy plugh' }))).toEqual([]);
  });

  describe('beside drafts of an import', () => {
    const drafts = (parameters: Record<string, string>): Promise<ApiResponse> =>
      seeded.admin.get(`/catalogue/v1/procedures?${new URLSearchParams(parameters).toString()}`);
    beforeAll(async () => {
      const items = NAMES.map(([ten_thu_tuc, cap_thuc_hien, linh_vuc], at) => ({
        ma_thu_tuc: `3.9${String(at).padStart(5, '0')}`,
        ten_thu_tuc,
        cap_thuc_hien,
        linh_vuc,
        co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã',
      }));
      expect((await seeded.admin.post('/catalogue/v1/imports', { dryRun: false, items })).status).toBe(200);
    });

    it('answers nineteen of twenty questions among the first five', async () => {
      const missed: string[] = [];
      for (const [query, answer] of QUESTIONS) {
        const found = await drafts({ query, limit: '5' });
        const names = (found.body.items as { name: string }[]).map(({ name }) => name);
        if (!names.some((name) => answer.test(name))) missed.push(`${query}: ${names.join(' | ')}`);
      }
      if (missed.length > QUESTIONS.length / 20) throw new Error(missed.join('\n'));
      expect(missed.length / QUESTIONS.length).toBeLessThanOrEqual(0.05);
    });

    it('shows drafts and their questions to who keeps them, and to nobody else', async () => {
      const code = codes(await drafts({ query: 'visa', limit: '1' }))[0]!;
      expect((await seeded.admin.get(`/catalogue/v1/procedures/${code}`)).body.state).toBe('draft');
      for (const path of [`/procedures/${code}`, `/procedures/${code}/versions/1`])
        expect((await seeded.citizen.get(`/catalogue/v1${path}`)).body).toMatchObject({
          status: 404,
          code: 'PROCEDURE.UNKNOWN',
        });
      const shown = await find({ limit: '200' });
      const states = (shown.body.items as { state: string }[]).map(({ state }) => state);
      expect(states).toHaveLength(23);
      expect(states).not.toContain('draft');
      expect(codes(await find({ query: 'visa' }))).not.toContain(code);
    });

    it('understands at once what an office says that people say', async () => {
      const first = async (): Promise<string> =>
        String((await drafts({ query: 'giay bay xa', limit: '1' })).body.items[0]?.name);
      expect(await first()).not.toContain('hộ chiếu');
      const path = '/catalogue/v1/synonyms/bay-xa';
      const body = { said: ['giấy bay xa'], meant: ['hộ chiếu phổ thông'] };
      expect((await seeded.citizen.put(path, body)).status).toBe(403);
      const created = await seeded.admin.put(path, body);
      expect(created.status).toBe(201);
      expect(await first()).toContain('hộ chiếu phổ thông');
      const off = await seeded.admin.put(path, { ...body, meant: [] }, { ifMatch: created.etag });
      expect(off.status).toBe(200);
      expect(await first()).not.toContain('hộ chiếu');
      expect((await seeded.citizen.get(path)).body).toEqual({ code: 'bay-xa', ...body, meant: [], revision: 2 });
      expect((await seeded.admin.put('/catalogue/v1/synonyms/x', { said: ['–'], meant: [] })).body).toMatchObject({
        code: 'SYNONYM.INVALID',
        errors: [{ pointer: '/said/0', code: 'TERM_LENGTH' }],
      });
    });

    it('lists what people say, in pages', async () => {
      const page = await seeded.citizen.get('/catalogue/v1/synonyms?limit=200');
      const terms = (page.body.items as { said: string[] }[]).flatMap(({ said }) => said);
      expect(terms.length).toBeGreaterThan(300);
      expect(page.body.next).not.toBeNull();
    });
  });
});
