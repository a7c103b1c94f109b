import { type ApiClient, type Json } from '@motcua/testing';
import { CITIZEN_ID, type Intake, startIntake } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const of = (fullName: string, phone: string | null = null) => ({
  applicant: { kind: 'citizen', identity: { type: 'citizenId', number: CITIZEN_ID }, fullName, phone },
});

describe('a dossier is found', () => {
  let intake: Intake;
  let id: string;
  let code: string;
  beforeAll(async () => {
    intake = await startIntake();
    ({ id, code } = await intake.submit(intake.citizen, { ...FREE, ...of('Đặng Thị Hòa', '+84 905 000 123') }));
    await intake.submit(intake.citizen, { ...FREE, ...of('Trần Văn Hoàng', '0905000124') });
  });
  afterAll(() => intake.stop());

  const found = async (query: string, client: ApiClient = intake.clerk): Promise<string[]> =>
    (await client.get(`/intake/v1/dossiers?${query}`)).body.items.map((item: Json) => item.id);

  it.each(['Đặng Thị Hòa', 'dang thi hoa', 'hoà  ĐẶNG', 'thị'])(
    'by words of the applicant’s name as they are typed: %s',
    async (name) => {
      expect(await found(`name=${encodeURIComponent(name)}`)).toEqual([id]);
    },
  );

  it('by no part of a word, and by nobody of another agency', async () => {
    expect(await found('name=ho')).toEqual([]);
    expect(await found('name=hoa', intake.otherClerk)).toEqual([]);
    expect(await found('name=dang%20van')).toEqual([]);
  });

  it.each(['0905000123', '%2B84905000123', '0905%20000%20123'])(
    'by the phone number as it is typed: %s',
    async (phone) => {
      expect(await found(`phone=${phone}`)).toEqual([id]);
    },
  );

  it('by its code in either form, in whichever letters (R2)', async () => {
    const legacy = code.replace('H48.12', '000.00.12.H48');
    for (const text of [code, code.toLowerCase(), legacy, legacy.toLowerCase()])
      expect(await found(`code=${text}`)).toEqual([id]);
    const tracked = await intake.system.anonymous().get(`/intake/v1/tracking/${code.toLowerCase()}`);
    expect(tracked.body.code).toBe(code);
  });

  it('by another name once the draft says another', async () => {
    const draft = await intake.draft(intake.citizen, { ...FREE, ...of('Lê Thị Ngân') });
    const patched = await intake.citizen.patch(
      `/intake/v1/dossiers/${draft.id}`,
      { applicant: { fullName: 'Lê Thị Ngà' } },
      { ifMatch: draft.etag },
    );
    await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, { ifMatch: patched.etag });
    expect(await found('name=ngan')).toEqual([]);
    expect(await found('name=nga')).toEqual([draft.id]);
  });

  it('and a filter that names nothing known says so, of a list and of a bulk action', async () => {
    expect((await intake.clerk.get('/intake/v1/dossiers?agency=H48.77')).body).toMatchObject({
      status: 422,
      code: 'REQUEST.NAMES_UNKNOWN',
      errors: [{ pointer: '/agency', code: 'AGENCY_UNKNOWN' }],
    });
    const filter = { agency: 'H48.12', procedure: '9.999999' };
    const all = await intake.clerk.post('/intake/v1/bulk-actions', { action: 'accept', dryRun: true, filter });
    expect(all.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/filter/procedure', code: 'PROCEDURE_UNKNOWN' }],
    });
  });

  it('and its words lie hashed: no name and no number is in the index', async () => {
    const words = await intake.system.sql<{ word: string }>('SELECT word FROM intake.dossier_word');
    expect(words.length).toBeGreaterThan(0);
    expect(words.every(({ word }) => /^[\w-]{22}$/.test(word))).toBe(true);
  });
});
