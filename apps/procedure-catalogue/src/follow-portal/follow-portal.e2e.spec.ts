import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PortalProcedureChangedV1, sampleOf } from '@motcua/contracts';
import { eventually } from '@motcua/testing';
import { type SeededCatalogue, startSeededCatalogue } from '../testing/seeded-catalogue.fixture.js';

const CODE = '1.001686';
const differences = '/catalogue/v1/portal-differences';

describe('the keeper of the catalogue, following the portal', () => {
  let catalogue: SeededCatalogue;
  beforeAll(async () => {
    catalogue = await startSeededCatalogue();
  });
  afterAll(() => catalogue.system.stop());

  const { item } = sampleOf(PortalProcedureChangedV1);
  /** What the portal's connector tells, delivered twice. */
  const tell = async (revision: number, change: object, more: object = {}): Promise<void> => {
    const data = { code: CODE, name: 'Tên tại Cổng', revision, listed: true, item: { ...item, ...change }, ...more };
    const message = await catalogue.system.foreign.deliver(PortalProcedureChangedV1, data.code, data);
    await catalogue.system.foreign.redeliver(message);
  };
  const shown = async (code = CODE) => (await catalogue.admin.get(`${differences}/${code}`)).body;
  const heard = (revision: number, code = CODE) => eventually(async () => (await shown(code)).revision === revision && shown(code));

  it('sees what is new, changed and gone, takes one and dismisses another, and nothing in force changes by itself (R14)', async () => {
    const { admin } = catalogue;
    const before = (await admin.get(`/catalogue/v1/procedures/${CODE}`)).body;
    const events = await catalogue.eventCount();
    await tell(2, { MATTHC: CODE, TENTTHC: 'Tên mới của Cổng' });
    const found = await heard(1);
    expect(found).toMatchObject({ kind: 'changed', state: 'open', name: 'Tên tại Cổng', draftVersion: null });
    expect(found.fields[0]).toEqual({ field: 'name', ours: ['Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y'], theirs: ['Tên mới của Cổng'] });
    await tell(1, { MATTHC: '2.999999', TENTTHC: 'Thủ tục mới' }, { code: '2.999999', name: 'Thủ tục mới' });
    await heard(1, '2.999999');
    await tell(1, { MATTHC: '1.001193' }, { code: '1.001193', listed: false });
    expect(await heard(1, '1.001193')).toMatchObject({ kind: 'gone', state: 'open', fields: [] });
    const open = (await admin.get(`${differences}?state=open`)).body.items;
    expect(open.map(({ procedure, kind }: Record<string, string>) => [procedure, kind])).toEqual([
      ['1.001193', 'gone'],
      [CODE, 'changed'],
      ['2.999999', 'new'],
    ]);
    expect((await admin.get(`/catalogue/v1/procedures/2.999999`)).status).toBe(404);
    expect((await admin.get(`/catalogue/v1/procedures/${CODE}`)).body).toEqual(before);

    const taken = await admin.post(`${differences}/${CODE}/taking`, { reason: 'Theo Quyết định 12/QĐ' }, { ifMatch: '"1"' });
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
    expect(await catalogue.eventCount()).toBe(events + 1);
    expect(await catalogue.lastEvent('vn.motcua.tariff.changed.v1')).toMatchObject({ procedureCode: '2.999999' });

    expect((await admin.post(`${differences}/1.001193/dismissal`, {}, { ifMatch: '"1"' })).status).toBe(400);
    const dismissed = await admin.post(`${differences}/1.001193/dismissal`, { reason: 'Tỉnh còn áp dụng' }, { ifMatch: '"1"' });
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

  it('is refused a draft in the place of what a person has written, and a citizen everything', async () => {
    const { admin, citizen } = catalogue;
    const path = `/catalogue/v1/procedures/${CODE}/versions/2`;
    const { etag, body } = await admin.get(path);
    const { procedure: _, version: __, state: ___, announcement: ____, openQuestions: _5, notes: _6, asGiven: _7, origin: _8, revision: _9, field, ...content } = body;
    expect((await admin.put(path, { ...content, channels: ['counter', 'online'], field: field.code, instructions: 'Sửa tay' }, { ifMatch: etag! })).status).toBe(200);
    const refused = await admin.post(`${differences}/${CODE}/taking`, {}, { ifMatch: '"4"' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'DIFFERENCE.NOT_TAKEN', errors: [{ code: 'DRAFT_EDITED' }] } });
    expect(await shown()).toMatchObject({ state: 'open', revision: 4 });
    expect((await citizen.get(differences)).status).toBe(403);
  });
});
