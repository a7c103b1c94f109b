import {
  AgencyChangedV1,
  CaseCompletedV1,
  CaseResultIssuedV1,
  CaseStartedV1,
  CaseStepChangedV1,
  sampleOf,
} from '@motcua/contracts';
import type { Role } from '@motcua/platform';
import { type ApiClient, type ApiResponse, eventually } from '@motcua/testing';
import { type Intake, startIntake } from './intake.fixture.js';

const CO_APPLICANT = '051099000031';
const MESSENGER = '051185000031';

// Received by H48.04, decided by H48.12, and free.
const PLACES = {
  procedureCode: '2.000001',
  receivingAgency: 'H48.04',
  competentAgency: 'H48.12',
  coApplicants: [{ identity: { type: 'citizenId', number: CO_APPLICANT }, fullName: 'Võ Văn Mẫu' }],
  authorisedPerson: {
    identity: { type: 'citizenId', number: MESSENGER },
    fullName: 'Trịnh Văn Mẫu',
    authorisation: 'Số 12/2026',
    powers: ['collect'],
  },
};
// With a fee before the acceptance.
const OWING = { ...PLACES, procedureCode: '1.001686' };

const fault = { component: 'BAN-VE', reason: 'Mờ' };
const fee = { kind: 'lePhi', name: 'Lệ phí bổ sung', amount: 1_000 };

/** How each action is asked for: method, path below the dossier, and a body that is in order. */
const ASKED: Readonly<Record<string, readonly ['POST' | 'PATCH' | 'PUT' | 'DELETE', string, object?]>> = {
  edit: ['PATCH', '', { language: 'en' }],
  submit: ['POST', '/submission'],
  delete: ['DELETE', ''],
  accept: ['POST', '/acceptance', { cashReceiptNumber: 'BL-0001' }],
  refuse: ['POST', '/refusal', { reason: 'Thiếu', faults: [fault] }],
  requestSupplement: ['POST', '/supplement-requests', { items: [fault] }],
  demandFee: ['POST', '/fee-demands', { lines: [fee], reason: 'Phát sinh', legalBasis: 'Thông tư số 1' }],
  forward: ['POST', '/forwarding', { receivingAgency: 'H48.12', reason: 'Nộp nhầm nơi' }],
  withdraw: ['POST', '/withdrawal', { reason: 'Không còn nhu cầu' }],
  completeSupplement: ['POST', '/supplement-requests/1/completion', {}],
  takeAsEnough: ['POST', '/supplement-requests/1/sufficiency', { reason: 'Đủ' }],
  cancelSupplement: ['POST', '/supplement-requests/1/cancellation', { reason: 'Không cần' }],
  moveSupplementDeadline: [
    'POST',
    '/supplement-requests/1/deadline',
    { reason: 'Xin thêm', deadlineAt: '2026-12-08T10:00:00+07:00' },
  ],
  return: ['POST', '/return', { method: 'counter', receivedBy: { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' } }],
  undoReturn: ['POST', '/return-undoing', { reason: 'Trả nhầm' }],
  correct: ['POST', '/corrections', { reason: 'Sai', askedBy: 'Nguyễn Thị Mẫu', delivery: { method: 'counter' } }],
  changeContact: ['PUT', '/contact', { delivery: { method: 'counter' } }],
};

describe('what a dossier says that its reader may do (R23)', () => {
  let intake: Intake;
  let callers: readonly (readonly [string, ApiClient])[];
  beforeAll(async () => {
    intake = await startIntake();
    const { foreign } = intake.system;
    const consulted = { code: 'H48.07', legacyCode: '000.00.07.H48', parent: 'H48', ancestors: ['H48', 'H48.07'] };
    await foreign.deliver(AgencyChangedV1, 'H48.07', { ...sampleOf(AgencyChangedV1), ...consulted, calendar: null });
    const as = (sub: string, role: Role, agency?: string) =>
      intake.system.as({ sub, roles: [role], ...(agency && { agency }), name: sub });
    const citizen = (sub: string, citizen_id: string) => intake.system.as({ sub, roles: ['citizen'], citizen_id });
    callers = [
      ['the applicant', intake.citizen],
      ['a co-applicant', await citizen('citizen-3', CO_APPLICANT)],
      ['who may only collect it', await citizen('citizen-4', MESSENGER)],
      ['another citizen', intake.otherCitizen],
      ['a clerk of the receiving office', intake.otherClerk],
      ['another clerk there', await as('clerk-3', 'clerk', 'H48.04')],
      ['a leader there', await as('leader-2', 'leader', 'H48.04')],
      ['a clerk of the competent agency', intake.clerk],
      ['a specialist there', await as('specialist', 'specialist', 'H48.12')],
      ['a clerk of an agency that is asked', await as('clerk-7', 'clerk', 'H48.07')],
      ['a cashier', await as('cashier', 'cashier', 'H48.04')],
      ['a connected system', await as('system', 'agency-system', 'H48.04')],
      ['an administrator', intake.admin],
    ];
  });
  afterAll(() => intake.stop());

  const path = (id: string): string => `/intake/v1/dossiers/${id}`;
  const ask = (client: ApiClient, id: string, action: string, ifMatch: string): Promise<ApiResponse> => {
    const [method, below, body] = ASKED[action]!;
    return client.send(method, `${path(id)}${below}`, { body, ifMatch });
  };
  // A draft of a citizen's is nobody else's: its version is asked of its author.
  const etagOf = async (id: string): Promise<string> =>
    (await intake.admin.get(path(id))).etag || (await intake.citizen.get(path(id))).etag;
  const receive = async (id: string, action: string): Promise<string> => {
    const { status, text } = await ask(intake.otherClerk, id, action, await etagOf(id));
    if (status !== 201) throw new Error(text);
    return id;
  };
  const submitted = async (change: Record<string, unknown>): Promise<string> => {
    const { id, etag } = await intake.draft(intake.citizen, change, ['DON-DE-NGHI', 'BAN-VE', 'GIAY-UY-QUYEN']);
    const { status, text } = await ask(intake.citizen, id, 'submit', etag);
    if (status !== 201) throw new Error(text);
    return id;
  };
  const registered = (): Promise<string> => submitted(PLACES);
  const accepted = async (): Promise<string> => receive(await registered(), 'accept');
  const deliver = (contract: Parameters<Intake['system']['foreign']['deliver']>[0], id: string, change = {}) =>
    intake.system.foreign.deliver(contract, id, { ...sampleOf(contract as never), dossierId: id, ...change });
  const processing = async (): Promise<string> => {
    const id = await accepted();
    await deliver(CaseStartedV1, id);
    await deliver(CaseStepChangedV1, id, { agency: 'H48.12', agenciesWithTask: ['H48.12', 'H48.07'] });
    await eventually(async () => {
      const { status, holder } = await intake.get(intake.admin, id);
      return status === 'processing' && (holder as { step: string | null }).step !== null;
    });
    return id;
  };
  const processed = async (result = {}): Promise<string> => {
    const id = await processing();
    const file = { ...sampleOf(CaseResultIssuedV1).file, sha256: id.replaceAll('-', '').padEnd(64, '0') };
    await deliver(CaseResultIssuedV1, id, { file, validUntil: null, ...result });
    await deliver(CaseCompletedV1, id);
    await intake.until(id, 'processed');
    return id;
  };

  const MAKE: Readonly<Record<string, () => Promise<string>>> = {
    'a draft of the applicant': async () => (await intake.draft(intake.citizen, PLACES)).id,
    'a draft of the counter': async () =>
      (await intake.draft(intake.otherClerk, { ...PLACES, channel: 'counter', delivery: { method: 'counter' } })).id,
    'one that owes its fee': () => submitted(OWING),
    'one that is registered': registered,
    'one that is asked for a paper': async () => receive(await registered(), 'requestSupplement'),
    'one that is refused': async () => receive(await registered(), 'refuse'),
    'one that is accepted': accepted,
    'one in the hands of a case': processing,
    'one whose withdrawal is asked for': async () => {
      const id = await processing();
      const { status, text } = await ask(intake.citizen, id, 'withdraw', await etagOf(id));
      if (status !== 202) throw new Error(text);
      return id;
    },
    'one that is processed': processed,
    'one whose only result has expired': () => processed({ validUntil: '2026-11-22' }),
    'one that is returned': async () => receive(await processed(), 'return'),
  };

  it.each(Object.keys(MAKE))(
    'of %s is what each caller is answered',
    async (what) => {
      const make = MAKE[what]!;
      const seen = await make();
      const etag = await etagOf(seen);
      const said: Record<string, readonly string[]> = {};
      const could: Record<string, readonly string[]> = {};
      for (const [name, client] of callers) {
        const { status, body } = await client.get(path(seen));
        const listed = (status === 200 ? body.allowedActions : []) as readonly string[];
        const others = Object.keys(ASKED).filter((action) => !listed.includes(action));
        const answers = await Promise.all(others.map((action) => ask(client, seen, action, etag)));
        said[name] = listed;
        could[name] = others.filter((_, index) => isAnswered(answers[index]!));
        // What may be done changes the dossier: it is tried on another like it.
        const tried = await Promise.all(
          listed.map(async (action) => {
            const id = await make();
            return isAnswered(await ask(client, id, action, await etagOf(id)));
          }),
        );
        could[name] = [...could[name], ...listed.filter((_, index) => tried[index])];
      }
      expect(sorted(could)).toEqual(sorted(said));
    },
    120_000,
  );

  it('is nothing that was possible the day before only, or by another day', async () => {
    const id = await receive(await processed(), 'return');
    expect((await intake.get(intake.otherClerk, id))['allowedActions']).toEqual(['undoReturn']);
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-24T00:00:00+07:00'));
    expect((await intake.get(intake.otherClerk, id))['allowedActions']).toEqual([]);
  });

  it('is in a refusal, too: what else this caller may do instead', async () => {
    const id = await registered();
    const asked = await ask(intake.citizen, id, 'completeSupplement', await etagOf(id));
    expect(asked.body).toMatchObject({
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      allowedActions: ['withdraw', 'changeContact'],
    });
  });
});

/** Not refused for want of a right, or for its state; what the request itself lacks is another matter. */
function isAnswered({ status, text }: ApiResponse): boolean {
  if (status === 412 || status >= 500) throw new Error(text);
  return ![403, 404, 409].includes(status);
}

const sorted = (all: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(all).map(([name, actions]) => [name, [...actions].sort()]));
