import type { ApiResponse } from '@motcua/testing';
import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';

describe('agencies over HTTP', () => {
  let seeded: SeededCatalogue;
  beforeAll(async () => {
    seeded = await startSeededCatalogue();
  });
  afterAll(() => seeded.system.stop());

  const put = (code: string, body: object, ifMatch?: string): Promise<ApiResponse> =>
    seeded.admin.put(`/catalogue/v1/agencies/${code}`, body, ifMatch === undefined ? {} : { ifMatch });
  const get = (path: string): Promise<ApiResponse> => seeded.citizen.get(`/catalogue/v1/agencies${path}`);
  const codes = ({ body }: ApiResponse): string[] => (body.items as { code: string }[]).map(({ code }) => code);
  const ward = { name: 'Chi cục mẫu', level: 'department', parent: 'H48.12' };

  it('finds one by its current and by its legacy identifier (R2)', async () => {
    const current = await get('/H48.12');
    expect(current.body).toMatchObject({
      code: 'H48.12',
      legacyCode: '000.00.12.H48',
      parent: 'H48',
      ancestors: ['H48', 'H48.12'],
      kind: 'administrative',
    });
    const legacy = await get('/000.00.12.H48');
    expect([legacy.status, legacy.etag, legacy.body]).toEqual([200, current.etag, current.body]);
    expect((await get('/H48.1')).status).toBe(404);
    expect((await get('/nobody')).status).toBe(400);
  });

  it('lists the tree by parent, level and words, in pages', async () => {
    expect(codes(await get('?parent=H48&level=department'))).toHaveLength(15);
    expect(codes(await get('?level=commune&kind=administrative&limit=200'))).toHaveLength(96);
    expect(codes(await get('?kind=postOffice'))).toEqual(['H48.201']);
    expect(codes(await get('?query=nong+nghiep'))).toContain('H48.12');
    expect(codes(await get('?query=N%C3%B4ng%20nghi%E1%BB%87p'))).toContain('H48.12');
    expect(codes(await get("?query='%20OR%201=1"))).toEqual([]);
    const first = await get('?level=department&limit=10');
    const second = await get(`?level=department&limit=10&cursor=${String(first.body.next)}`);
    expect(new Set([...codes(first), ...codes(second)]).size).toBe(15);
    expect(first.headers.get('link')).toContain('rel="next"');
  });

  it('creates one below another, and publishes it with all its ancestors', async () => {
    const created = await put('H48.12.1', ward);
    expect([created.status, created.etag]).toEqual([201, '"1"']);
    expect(created.body).toMatchObject({ ancestors: ['H48', 'H48.12', 'H48.12.1'], calendar: null, active: true });
    expect(await seeded.lastEvent('vn.motcua.agency.changed.v1')).toMatchObject({ code: 'H48.12.1', revision: 1 });
    expect((await put('H48.12.1', ward)).status).toBe(428);
    expect((await put('H48.12.1', ward, '"5"')).status).toBe(412);
    expect((await put('H48.12.9', ward, '"1"')).status).toBe(412);
  });

  it('takes all below along when one moves, and tells of each', async () => {
    await put('H48.13.7', { ...ward, parent: 'H48.13' });
    await put('H48.13.7.1', { ...ward, parent: 'H48.13.7' });
    const before = await seeded.eventCount();
    const moved = await put('H48.13.7', { ...ward, parent: 'H48.14' }, '"1"');
    expect([moved.status, moved.body.ancestors]).toEqual([200, ['H48', 'H48.14', 'H48.13.7']]);
    expect((await get('/H48.13.7.1')).body).toMatchObject({
      revision: 2,
      ancestors: ['H48', 'H48.14', 'H48.13.7', 'H48.13.7.1'],
    });
    expect(await seeded.eventCount()).toBe(before + 2);
  });

  it('refuses a circle, an unknown parent and an unknown calendar, all at once', async () => {
    const { etag } = await get('/H48.12');
    const refused = await put('H48.12', { ...ward, name: 'X', parent: 'H48.12', calendar: 'MARS' }, etag);
    expect([refused.status, refused.body.code]).toEqual([422, 'AGENCY.INVALID']);
    expect((refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/parent',
      '/calendar',
    ]);
    const root = await get('/H48');
    expect((await put('H48', { name: 'X', level: 'province', parent: 'H48.12' }, root.etag)).body.errors).toMatchObject(
      [{ code: 'AGENCY_BELOW_ITSELF' }],
    );
    expect((await put('H48.999', { ...ward, parent: 'H48.998' })).body.errors).toMatchObject([
      { pointer: '/parent', code: 'AGENCY_UNKNOWN' },
    ]);
  });

  it('refuses an identifier whose legacy form is another one’s (R2)', async () => {
    expect((await put('H48.1', { ...ward, parent: 'H48' })).body).toMatchObject({
      status: 422,
      errors: [{ code: 'LEGACY_CODE_TAKEN' }],
    });
  });

  it('names every wrong field at once', async () => {
    const refused = await put('H48.997', { name: ' ', level: 'village', colour: 'red' });
    expect(refused.status).toBe(422);
    expect(new Set((refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer))).toEqual(
      new Set(['/name', '/level', '/parent', '/colour']),
    );
  });

  it('shows a new name wherever procedures show the agency', async () => {
    const { body, etag } = await get('/H48.12');
    await put('H48.12', { name: 'Sở Ruộng đồng', level: body.level as string, parent: 'H48', calendar: 'VN' }, etag);
    const found = await seeded.citizen.get('/catalogue/v1/procedures?query=ruong+dong');
    expect(codes(found)).toContain('1.001686');
  });

  it('that is closed leaves its place to another, whom searches and lists of procedures find in its stead (R23)', async () => {
    const { body, etag } = await get('/H48.07');
    const { name, level, parent, calendar } = body as Record<string, string>;
    const closing = { name, level, parent, calendar, active: false, successors: ['000.00.13.H48'] };
    const closed = await put('H48.07', closing, etag);
    expect([closed.status, closed.body.successors, closed.body.active]).toEqual([200, ['H48.13'], false]);
    expect(await seeded.lastEvent('vn.motcua.agency.changed.v1')).toMatchObject({
      code: 'H48.07',
      active: false,
      successors: ['H48.13'],
    });
    const ofHeir = await seeded.citizen.get('/catalogue/v1/procedures?agency=H48.13&limit=200');
    expect(codes(ofHeir)).toContain('1.000703');
    const line = (ofHeir.body.items as { code: string; agencyNames: string[] }[]).find(
      (one) => one.code === '1.000703',
    );
    const heir = (await get('/H48.13')).body.name as string;
    expect(line?.agencyNames).toEqual([`${heir} (trước là ${name})`]);
    const back = await put(
      'H48.13',
      { name: heir, level, parent, calendar, active: false, successors: ['H48.07'] },
      (await get('/H48.13')).etag,
    );
    expect(back.body.errors).toMatchObject([{ pointer: '/successors/0', code: 'SUCCEEDS_ITSELF' }]);
    // The heir is renamed: what was the other's shows the new name.
    await put('H48.13', { name: 'Sở Hạ tầng', level, parent, calendar }, (await get('/H48.13')).etag);
    const renamed = await seeded.citizen.get('/catalogue/v1/procedures?query=so+ha+tang&limit=200');
    expect(codes(renamed)).toContain('1.000703');
  });

  it('is written by an administrator alone', async () => {
    const clerk = await seeded.system.as({
      sub: 'clerk',
      roles: ['clerk'],
      agency: 'H48.12',
      scope: 'agency.write catalogue.read',
    });
    expect((await clerk.put('/catalogue/v1/agencies/H48.12.3', ward)).status).toBe(403);
    expect((await get('/H48.12.3')).status).toBe(404);
  });
});
