import { ApplicantNamedV1, DossierReturnedV1, DossierReturnUndoneV1, sampleOf } from '@motcua/contracts';
import { type ApiClient, type ApiResponse, eventually, pdfText, type TestSystem } from '@motcua/testing';
import {
  aPdf,
  endStep,
  nameApplicant,
  type Officers,
  officersOf,
  openCase,
  startWorkflow,
  upload,
} from '../../testing/workflow.fixture.js';

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PERIOD = 'from=2026-11-25&to=2026-11-25';
const APPLICANT = {
  fullName: 'Nguyễn Thị Mẫu',
  address: '12 Hùng Vương',
  phone: '0900000001',
  email: null,
  language: 'vi',
};

describe('the tracking book (form 07, R15)', () => {
  let system: TestSystem;
  let officers: Officers;
  let returned: string;
  let open: string;

  /** Twice, as a bus may. */
  const name = (dossierId: string, who: object = APPLICANT): Promise<void> => nameApplicant(system, dossierId, who);

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    const { leader, specialist } = officers;
    ({ dossierId: returned } = await openCase(system, leader, {
      applicantRef: 'ref-known',
      acceptedAt: '2026-11-25T08:10:00+07:00',
    }));
    await name(returned);
    await endStep(leader, returned, 'forward');
    await endStep(specialist, returned, 'forward');
    await endStep(leader, returned, 'approve');
    await leader.post(`/workflow/v1/cases/${returned}/results?number=15/GCN`, upload(await aPdf()));
    await endStep(leader, returned, 'sign');
    const event = {
      ...sampleOf(DossierReturnedV1),
      dossierId: returned,
      returnedAt: '2026-11-26T09:00:00+07:00',
      method: 'post' as const,
    };
    // A first return was a mistake, and was taken back.
    await system.foreign.deliver(DossierReturnedV1, returned, { ...event, returnedAt: '2026-11-26T08:00:00+07:00' });
    const undone = { ...sampleOf(DossierReturnUndoneV1), dossierId: returned };
    await system.foreign.deliver(DossierReturnUndoneV1, returned, undone);
    await system.foreign.deliver(DossierReturnUndoneV1, returned, undone);
    await system.foreign.deliver(DossierReturnedV1, returned, event);
    await system.foreign.deliver(DossierReturnedV1, returned, event);
    ({ dossierId: open } = await openCase(system, leader, {
      applicantRef: 'ref-unknown',
      acceptedAt: '2026-11-25T23:59:59+07:00',
      receivingAgency: 'H48.12.3',
    }));
    await openCase(system, leader, { acceptedAt: '2026-11-26T00:00:00+07:00' });
    await openCase(system, officers.outsider, {
      acceptedAt: '2026-11-25T10:00:00+07:00',
      receivingAgency: 'H48.04',
      competentAgency: 'H48.04',
    });
    await eventually(
      async () => (await system.sql('SELECT FROM workflow.case_file WHERE returned_at IS NOT NULL')).length === 1,
    );
    await eventually(async () => (await system.sql('SELECT FROM workflow.dossier_applicant')).length === 1);
  });
  afterAll(() => system.stop());

  const book = (reader: ApiClient, query = PERIOD): Promise<ApiResponse> =>
    reader.get(`/workflow/v1/tracking-book?${query}`);
  const paper = async (accept: string): Promise<Response> => {
    const token = await system.issuer.token({ sub: 'clerk', roles: ['clerk'], agency: 'H48.12' });
    return fetch(`${system.url}/workflow/v1/tracking-book?${PERIOD}`, {
      headers: { authorization: `Bearer ${token}`, accept },
    });
  };

  it('holds what the agency and those below it received in the period, in the order in which it came', async () => {
    const { status, body } = await book(officers.clerk);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          dossierId: returned,
          applicant: 'Nguyễn Thị Mẫu',
          address: '12 Hùng Vương',
          phone: '0900000001',
          receivedAt: '2026-11-25T08:10:00+07:00',
          result: '15/GCN',
          returnedAt: '2026-11-26T09:00:00+07:00',
          returnMethod: 'post',
          status: 'returned',
        },
        {
          dossierId: open,
          applicant: null,
          receivingAgency: { code: 'H48.12.3' },
          result: null,
          returnedAt: null,
          status: 'open',
        },
      ],
      next: null,
    });
  });

  it('goes on from page to page, and by what the agency decides on', async () => {
    const first = await book(officers.clerk, `${PERIOD}&limit=1`);
    expect(first.body.items).toMatchObject([{ dossierId: returned }]);
    const second = await book(officers.clerk, `${PERIOD}&limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ dossierId: open }], next: null });
    const below = await book(officers.leader, `${PERIOD}&agency=H48.12.3`);
    expect(below.body.items).toMatchObject([{ dossierId: open }]);
    expect((await book(officers.leader, `${PERIOD}&agency=H48.12.3&by=competent`)).body.items).toEqual([]);
  });

  it('names who applied as the dossier says, whatever a later one of the same person says, until it is corrected', async () => {
    const { leader, clerk } = officers;
    const day = { applicantRef: 'ref-known', acceptedAt: '2026-11-19T08:00:00+07:00' };
    const { dossierId: first } = await openCase(system, leader, day);
    await name(first, { ...APPLICANT, fullName: 'Phạm Thị Một', address: 'Thôn 1' });
    const { dossierId: later } = await openCase(system, leader, { ...day, acceptedAt: '2026-11-19T09:00:00+07:00' });
    await name(later, { ...APPLICANT, fullName: 'PHAM THI MOT (gõ nhầm)', address: 'Thôn 9' });
    const lines = async (): Promise<string[]> =>
      (await book(clerk, 'from=2026-11-19&to=2026-11-19')).body.items.map(
        ({ applicant, address }: { applicant: string; address: string }) => `${applicant} | ${address}`,
      );
    await eventually(async () => (await lines())[1] === 'PHAM THI MOT (gõ nhầm) | Thôn 9');
    expect((await lines())[0]).toBe('Phạm Thị Một | Thôn 1');
    await name(later, { ...APPLICANT, fullName: 'Phạm Thị Một', address: 'Thôn 1' });
    await eventually(async () => (await lines())[1] === 'Phạm Thị Một | Thôn 1');
  });

  it('forgets the name of an applicant who was erased', async () => {
    const { dossierId: gone } = await openCase(system, officers.leader, { acceptedAt: '2026-11-20T08:00:00+07:00' });
    const line = async () => (await book(officers.clerk, 'from=2026-11-20&to=2026-11-20')).body.items[0]?.applicant;
    await name(gone);
    await eventually(async () => (await line()) === 'Nguyễn Thị Mẫu');
    const erased = { applicantRef: 'ref-known', sealed: '-', wrappedKey: '-', erased: true };
    await system.foreign.deliver(ApplicantNamedV1, gone, { dossierId: gone, ...erased });
    await eventually(async () => (await line()) === null);
  });

  it('is a PDF of the whole period', async () => {
    const answer = await paper(PDF);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, PDF]);
    expect(answer.headers.get('content-disposition')).toContain('so-theo-doi-H48.12-2026-11-25-2026-11-25.pdf');
    const text = pdfText(Buffer.from(await answer.arrayBuffer())).replaceAll(' ', '');
    for (const words of [
      'SỔ THEO DÕI HỒ SƠ',
      'CƠ QUAN H48.12',
      'Nguyễn Thị Mẫu',
      '15/GCN',
      'Bưu chính',
      'Đã trả kết quả',
      'Ký nhận',
      'Từ ngày 25/11/2026 đến ngày 25/11/2026',
    ])
      expect(text).toContain(words.replaceAll(' ', ''));
  });

  it('is a workbook of the whole period', async () => {
    const answer = await paper(XLSX);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, XLSX]);
    const content = Buffer.from(await answer.arrayBuffer());
    expect(content.subarray(0, 2).toString()).toBe('PK');
    expect(content.includes('xl/worksheets/sheet1.xml')).toBe(true);
  });

  it.each([
    ['a period that ends before it begins', 'from=2026-11-26&to=2026-11-25', 400, '/to'],
    ['a day that does not exist', 'from=2026-02-30&to=2026-11-25', 400, '/from'],
    ['no period', 'agency=H48.12', 400, '/from'],
    ['a cursor of something else', `${PERIOD}&cursor=WyJ4IiwieSJd`, 400, '/cursor'],
    ['a kind that there is not', `${PERIOD}&by=anything`, 400, '/by'],
  ])('refuses %s, and names it', async (_, query, status, pointer) => {
    const answer = await book(officers.clerk, query);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
  });

  it('is for those who keep it: the clerks and leaders of the agency and those above, and nobody else', async () => {
    expect((await book(officers.outsider, `${PERIOD}&agency=H48.12`)).body.code).toBe('RESOURCE.NOT_FOUND');
    // An officer of several agencies keeps the book of each that the register names (R23).
    const ofTwo = { name: 'Cán bộ hai nơi', title: 'Công chức', agencies: ['H48.04', 'H48.12'], roles: ['leader'] };
    await officers.admin.put('/workflow/v1/officers/outsider', ofTwo);
    expect((await book(officers.outsider, `${PERIOD}&agency=H48.12`)).status).toBe(200);
    expect((await book(officers.specialist)).body.code).toBe('ACCESS.FORBIDDEN');
    expect((await book(officers.admin)).body.errors).toMatchObject([{ pointer: '/agency' }]);
    expect((await book(officers.admin, `${PERIOD}&agency=H99`)).status).toBe(422);
    expect((await book(officers.admin, `${PERIOD}&agency=H48`)).body.items).toHaveLength(3);
    expect(
      await officers.clerk.get(`/workflow/v1/tracking-book?${PERIOD}`, { headers: { accept: 'text/html' } }),
    ).toMatchObject({
      status: 406,
    });
  });
});
