import {
  CaseCompletedV1,
  CaseResultIssuedV1,
  ProcedureGroupChangedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { type ApiClient, type ApiResponse, eventually, type Json } from '@motcua/testing';
import {
  CITIZEN_ID,
  draftBody,
  type Intake,
  procedure,
  startIntake,
  tariffLine,
  uploadOf,
  pdf,
} from '../testing/intake.fixture.js';

const BIRTH = '1.001193';
const RESIDENCE = '1.004222';
const INSURANCE = '1.013000';

const component = (code: string) => ({
  code,
  name: `Giấy ${code}`,
  originals: 1,
  copies: 0,
  required: true,
  formUrl: null,
});

/** Each asks for its own papers; the two later ones for the birth certificate, and for the declaration that was given first. */
const PROCEDURES = [
  procedure({
    code: BIRTH,
    name: 'Đăng ký khai sinh',
    competentAgencies: null,
    results: [{ code: 'KQ-KS', name: 'Giấy khai sinh', decision: 'granted' }],
    variants: [{ ...procedure().variants[0]!, components: [component('TO-KHAI'), component('GIAY-CHUNG-SINH')] }],
  }),
  procedure({
    code: RESIDENCE,
    name: 'Đăng ký thường trú',
    competentAgencies: null,
    results: [{ code: 'KQ-TT', name: 'Thông báo kết quả', decision: 'granted' }],
    variants: [{ ...procedure().variants[0]!, components: [component('TO-KHAI'), component('GIAY-KHAI-SINH')] }],
  }),
  procedure({
    code: INSURANCE,
    name: 'Cấp thẻ bảo hiểm y tế',
    competentAgencies: null,
    results: [{ code: 'KQ-BH', name: 'Thẻ bảo hiểm y tế', decision: 'granted' }],
    variants: [
      { ...procedure().variants[0]!, components: [component('GIAY-KHAI-SINH'), component('XAC-NHAN-CU-TRU')] },
    ],
  }),
];

const birthCertificate = { from: BIRTH, kind: 'result', code: 'KQ-KS', as: 'GIAY-KHAI-SINH' } as const;
const GROUP = {
  code: 'KHAI-SINH',
  name: 'Liên thông khai sinh, thường trú, bảo hiểm y tế',
  legalBasis: 'Nghị định số 63/2024/NĐ-CP',
  active: true,
  revision: 1,
  steps: [
    { procedure: BIRTH, takes: [] },
    {
      procedure: RESIDENCE,
      takes: [birthCertificate, { from: BIRTH, kind: 'component', code: 'TO-KHAI', as: 'TO-KHAI' } as const],
    },
    {
      procedure: INSURANCE,
      takes: [birthCertificate, { from: RESIDENCE, kind: 'result', code: 'KQ-TT', as: 'XAC-NHAN-CU-TRU' } as const],
    },
  ],
};

describe('dossiers that are submitted together (liên thông)', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
    const { foreign } = intake.system;
    for (const announced of PROCEDURES) {
      await foreign.deliver(ProcedureVersionAnnouncedV1, announced.code, announced);
      const line = {
        ...tariffLine,
        variant: null,
        collectedAt: 'beforeReturn',
        amount: announced.code === RESIDENCE ? 20_000 : 0,
      } as const;
      await foreign.deliver(TariffChangedV1, announced.code, {
        procedureCode: announced.code,
        revision: 1,
        lines: [line],
      });
    }
    await foreign.deliver(ProcedureGroupChangedV1, GROUP.code, GROUP);
    await eventually(async () => (await intake.system.sql('SELECT FROM intake.procedure_group_copy')).length === 1);
    await eventually(async () => (await intake.system.sql('SELECT FROM intake.tariff_copy')).length === 4);
  });
  afterAll(() => intake.stop());

  const { procedureCode: _, competentAgency: __, formData, ...COMMON } = draftBody();
  const bodyOf = (procedures: readonly string[], change: Record<string, unknown> = {}) => ({
    ...COMMON,
    group: 'KHAI-SINH',
    dossiers: procedures.map((procedureCode) => ({ procedureCode, competentAgency: 'H48.12', formData })),
    ...change,
  });
  const create = (
    procedures: readonly string[],
    change = {},
    client: ApiClient = intake.citizen,
  ): Promise<ApiResponse> => client.post('/intake/v1/linked-dossiers', bodyOf(procedures, change));
  const attach = (id: string, code: string, client = intake.citizen) =>
    client.post(`/intake/v1/dossiers/${id}/files?component=${code}`, uploadOf(pdf(code)));
  const linked = async (id: string, client = intake.citizen) => client.get(`/intake/v1/linked-dossiers/${id}`);

  /** All three, submitted at once. */
  async function submitAll(
    procedures = [INSURANCE, BIRTH, RESIDENCE],
    change = {},
    client = intake.citizen,
  ): Promise<Json> {
    const { body } = await create(procedures, change, client);
    const birth = body.dossiers[0].id as string;
    for (const code of ['TO-KHAI', 'GIAY-CHUNG-SINH']) expect((await attach(birth, code, client)).status).toBe(201);
    const { etag } = await linked(body.id as string, client);
    const submitted = await client.post(`/intake/v1/linked-dossiers/${body.id as string}/submission`, undefined, {
      ifMatch: etag,
    });
    expect(submitted.status).toBe(201);
    return submitted.body;
  }

  const accept = async (id: string, client = intake.clerk) =>
    client.post(
      `/intake/v1/dossiers/${id}/acceptance`,
      {},
      { ifMatch: (await intake.get(intake.admin, id))['etag'] as string },
    );

  /** The case of a dossier issues its result and ends. */
  async function issue(id: string, resultCode: string, outcome: 'granted' | 'denied' = 'granted'): Promise<void> {
    const { foreign, clock } = intake.system;
    const at = clock.now().toString();
    const sha256 = id.replaceAll('-', '').padEnd(64, '0');
    if (outcome === 'granted')
      await foreign.deliver(CaseResultIssuedV1, id, {
        ...sampleOf(CaseResultIssuedV1),
        dossierId: id,
        resultCode,
        issuedAt: at,
        validUntil: null,
        file: { ...sampleOf(CaseResultIssuedV1).file, sha256 },
      });
    await foreign.deliver(CaseCompletedV1, id, {
      ...sampleOf(CaseCompletedV1),
      dossierId: id,
      completedAt: at,
      outcome,
      resultCode: outcome === 'granted' ? resultCode : null,
    });
    await intake.until(id, 'processed');
  }
  const started = (id: string) =>
    intake.system.sql(`UPDATE intake.dossier SET status = 'processing' WHERE id = $1`, [id]);

  it('are drafts of their own from one declaration, in the order in which they are decided, and ask for nothing twice (R19)', async () => {
    const { status, body, etag } = await create([INSURANCE, BIRTH, RESIDENCE]);
    expect([status, etag]).toEqual([201, '"3"']);
    expect(body.dossiers.map((one: Json) => [one['step'], one['procedureCode'], one['status'], one['code']])).toEqual([
      [1, BIRTH, 'draft', null],
      [2, RESIDENCE, 'draft', null],
      [3, INSURANCE, 'draft', null],
    ]);
    const missing = await Promise.all(
      body.dossiers.map(async (one: Json) => (await intake.get(intake.citizen, one['id'] as string))['missing']),
    );
    expect(missing).toEqual([['TO-KHAI', 'GIAY-CHUNG-SINH'], [], []]);
    expect((await linked(body.id as string, intake.otherCitizen)).status).toBe(404);
  });

  it('are submitted at once: each gets its code, its fee and its own clock, and a paper that was given once is a file of each', async () => {
    const { dossiers } = await submitAll();
    expect(dossiers.map((one: Json) => [one['code'], one['status'], one['owed']])).toEqual([
      [expect.stringMatching(/^H48\.12-261123-\d{4}$/), 'registered', 0],
      [expect.stringMatching(/^H48\.12-261123-\d{4}$/), 'registered', 10_000],
      [expect.stringMatching(/^H48\.12-261123-\d{4}$/), 'registered', 0],
    ]);
    expect(new Set(dossiers.map((one: Json) => one['code'])).size).toBe(3);
    const [birth, residence, insurance] = await Promise.all(
      dossiers.map((one: Json) => intake.get(intake.citizen, one['id'] as string)),
    );
    expect(dossiers.map((one: Json) => one['waitsFor'])).toEqual([[], [birth['id']], [birth['id'], residence['id']]]);
    expect([birth['receptionDueAt'], residence['receptionDueAt'], insurance['receptionDueAt']]).toEqual([
      expect.any(String),
      null,
      null,
    ]);
    expect((residence['files'] as Json[]).map((file) => file['component'])).toEqual(['TO-KHAI']);
  });

  it('are submitted all or none, and all that is missing or wrong is told at once', async () => {
    const { body, etag } = await create([BIRTH, RESIDENCE], {
      dossiers: [
        { procedureCode: BIRTH, competentAgency: 'H48.12', formData },
        { procedureCode: RESIDENCE, competentAgency: 'H48.12', formData: {} },
      ],
    });
    const refused = await intake.citizen.post(`/intake/v1/linked-dossiers/${body.id as string}/submission`, undefined, {
      ifMatch: etag,
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'DOSSIER.INCOMPLETE']);
    expect((refused.body.errors as Json[]).map((error) => error['pointer']).sort()).toEqual([
      '/dossiers/0/components/GIAY-CHUNG-SINH',
      '/dossiers/0/components/TO-KHAI',
      '/dossiers/1/components/TO-KHAI',
      '/dossiers/1/formData/soDienThoai',
      '/dossiers/1/formData/tenCoSo',
    ]);
    const after = await linked(body.id as string);
    expect(after.body.dossiers.map((one: Json) => one['status'])).toEqual(['draft', 'draft']);
    const first = body.dossiers[0].id as string;
    const alone = await intake.citizen.post(`/intake/v1/dossiers/${first}/submission`, undefined, { ifMatch: '"1"' });
    expect([alone.status, alone.body.code]).toEqual([409, 'DOSSIER.LINKED_APART']);
    expect((await intake.get(intake.citizen, first))['allowedActions']).toEqual(['edit', 'delete']);
  });

  it.each<[string, readonly string[], Record<string, unknown>, string[]]>([
    ['of no such group', [BIRTH, RESIDENCE], { group: 'NONE' }, ['/group DOSSIER.GROUP_UNKNOWN']],
    ['of another group', [BIRTH, '2.000001'], {}, ['/dossiers/1/procedureCode DOSSIER.NOT_IN_GROUP']],
    [
      'without what gives them what they need',
      [BIRTH, INSURANCE],
      {},
      ['/dossiers/1/procedureCode DOSSIER.EARLIER_STEP_MISSING'],
    ],
  ])('are refused %s', async (_title, procedures, change, faults) => {
    const { status, body } = await create(procedures, change);
    expect([status, body.code]).toEqual([422, 'DOSSIER.INPUT_INVALID']);
    expect((body.errors as Json[]).map((error) => `${String(error['pointer'])} ${String(error['code'])}`)).toEqual(
      faults,
    );
  });

  it('wait for the results of the earlier ones, which become their components; R6 begins with the last (R6, R20)', async () => {
    const { dossiers } = await submitAll();
    const [birth, residence, insurance] = dossiers.map((one: Json) => one['id'] as string) as [string, string, string];
    const waiting = await accept(residence);
    expect([waiting.status, waiting.body.code, waiting.body.waitsFor]).toEqual([
      409,
      'DOSSIER.WAITS_FOR_LINKED',
      [birth],
    ]);
    expect((await intake.get(intake.clerk, residence))['allowedActions']).not.toContain('accept');
    expect((await accept(birth)).status).toBe(201);
    await started(birth);
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-25T08:00:00+07:00'));
    await issue(birth, 'KQ-KS');
    const ready = await eventually(async () => {
      const now = await intake.get(intake.clerk, residence);
      return now['receptionDueAt'] ? now : false;
    });
    expect([ready['receptionDueAt'], ready['linked']]).toEqual([
      expect.stringMatching(/^2026-11-26T08:0/),
      { id: expect.any(String), groupName: GROUP.name, step: 2, waitsFor: [] },
    ]);
    expect((ready['files'] as Json[]).map((file) => [file['component'], file['reusedFrom']])).toEqual([
      ['TO-KHAI', null],
      ['GIAY-KHAI-SINH', 'result'],
    ]);
    const deadline = await intake.clerk.get(`/intake/v1/dossiers/${residence}/reception-deadline`);
    expect(deadline.body.runs).toMatchObject([
      { startedAt: expect.stringMatching(/^2026-11-25T08:0/), dueAt: ready['receptionDueAt'] },
    ]);
    expect((await intake.get(intake.clerk, insurance))['linked']).toMatchObject({ waitsFor: [residence] });
    expect((await accept(residence)).status).toBe(201);
    await started(residence);
    await issue(residence, 'KQ-TT');
    // What is owed for its result is paid before that is used (R16).
    await eventually(async () => (await intake.get(intake.clerk, insurance))['linked']['waitsFor'].length === 0);
    const unpaid = await accept(insurance);
    expect([unpaid.status, unpaid.body.code]).toEqual([422, 'DOSSIER.PAPERS_INVALID']);
    await intake.pay(residence, { collectedAt: ['beforeReturn'] });
    await eventually(async () => (await intake.get(intake.admin, residence))['owed'] === 0);
    expect((await accept(insurance)).status).toBe(201);
  });

  it('show on one tracking page where each stands, and on one slip which they are', async () => {
    const { dossiers } = await submitAll();
    const [birth, residence] = dossiers as Json[];
    const tracked = await intake.system.anonymous().get(`/intake/v1/tracking/${String(residence?.['code'])}`);
    expect(tracked.body.linked.map((one: Json) => [one['code'], one['status'], one['waitsFor']])).toEqual([
      [birth?.['code'], 'registered', []],
      [residence?.['code'], 'registered', [birth?.['code']]],
      [dossiers[2].code, 'registered', [birth?.['code'], residence?.['code']]],
    ]);
    expect((await accept(birth?.['id'] as string)).status).toBe(201);
    const slip = await intake.clerk.get(`/intake/v1/dossiers/${String(birth?.['id'])}/forms/01`, {
      headers: { accept: 'application/json' },
    });
    expect(slip.body.linked).toEqual([
      { code: birth?.['code'], procedureName: 'Đăng ký khai sinh', agency: 'Sở Nông nghiệp và Môi trường', after: [] },
      expect.objectContaining({ code: residence?.['code'], after: [1] }),
      expect.objectContaining({ code: dossiers[2].code, after: [1, 2] }),
    ]);
  });

  it('end with one that gives no result, with its reason and the paper that is not there (R21)', async () => {
    const { dossiers } = await submitAll();
    const [birth, residence, insurance] = dossiers as Json[];
    const { etag } = await intake.get(intake.clerk, birth?.['id'] as string);
    const refused = await intake.clerk.post(
      `/intake/v1/dossiers/${String(birth?.['id'])}/refusal`,
      { reason: 'Sai thẩm quyền', faults: [{ component: 'TO-KHAI', reason: 'Nộp sai nơi' }] },
      { ifMatch: etag as string },
    );
    expect(refused.status).toBe(201);
    await intake.until(residence?.['id'] as string, 'refused');
    await intake.until(insurance?.['id'] as string, 'refused');
    const after = await intake.get(intake.citizen, residence?.['id'] as string);
    expect(after['reason']).toBe(
      `Hồ sơ liên thông ${String(birth?.['code'])} (Đăng ký khai sinh) không có kết quả để giải quyết tiếp hồ sơ này: Sai thẩm quyền`,
    );
    const told = (await intake.published(residence?.['id'] as string)).filter(({ type }) =>
      type.endsWith('dossier.refused.v1'),
    );
    expect(told.map(({ data }) => data.faults)).toEqual([
      [{ component: 'GIAY-KHAI-SINH', field: null, reason: after['reason'] }],
    ]);
  });

  it('end with one that is denied, and what needs it no more goes on', async () => {
    const { dossiers } = await submitAll([BIRTH, RESIDENCE, INSURANCE]);
    const [birth, residence, insurance] = (dossiers as Json[]).map((one) => one['id'] as string) as [
      string,
      string,
      string,
    ];
    expect((await accept(birth)).status).toBe(201);
    await started(birth);
    await issue(birth, 'KQ-KS', 'denied');
    await intake.until(residence, 'refused');
    await intake.until(insurance, 'refused');
    expect((await intake.get(intake.admin, birth))['status']).toBe('processed');
  });

  it('are taken at one counter, too, for the applicant who stands there', async () => {
    const counter = { channel: 'counter', applicant: { ...(COMMON['applicant'] as object) } };
    const { dossiers } = await submitAll([BIRTH, RESIDENCE], counter, intake.clerk);
    expect(dossiers.map((one: Json) => [one['status'], one['waitsFor'].length])).toEqual([
      ['registered', 0],
      ['registered', 1],
    ]);
    const seen = await intake.get(intake.citizen, dossiers[1].id as string);
    expect(seen['applicant']).toMatchObject({ identity: { number: CITIZEN_ID } });
  });
});
