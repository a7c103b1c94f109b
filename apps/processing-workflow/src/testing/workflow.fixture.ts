import { randomUUID } from 'node:crypto';
import { AgencyChangedV1, ApplicantNamedV1, CalendarChangedV1, DossierAcceptedV1, sampleOf } from '@motcua/contracts';
import { legacyIdentifier } from '@motcua/kernel';
import {
  type ApiClient,
  type ApiResponse,
  eventually,
  type Json,
  startTestSystem,
  type TestSystem,
} from '@motcua/testing';
import { sealEnvelope } from '@motcua/platform';
import { PDFDocument } from '@cantoo/pdf-lib';
import { workflow } from '../workflow.definition.js';

export const SESSIONS = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

export const CALENDAR = {
  name: 'Lịch của spec',
  timeZone: 'Asia/Ho_Chi_Minh',
  sessions: Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, SESSIONS])),
  publishedYears: [2026],
  daysOff: [{ date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }],
  compensatoryDays: [],
};

export const agency = (code: string, parent: string | null, ancestors: string[]) => ({
  ...sampleOf(AgencyChangedV1),
  code,
  legacyCode: legacyIdentifier(code),
  parent,
  ancestors,
  name: code === 'H48' ? 'UBND tỉnh Quảng Ngãi' : `Cơ quan ${code}`,
  calendar: code === 'H48' ? 'VN' : null,
  revision: 1,
});

/** The workflow service on a calendar and a small tree of agencies, on the morning of 25 November 2026. */
export async function startWorkflow(environment: Record<string, string> = {}): Promise<TestSystem> {
  const system = await startTestSystem([workflow], { now: '2026-11-25T08:30:00+07:00', environment });
  await system.foreign.deliver(CalendarChangedV1, 'VN', { code: 'VN', revision: 1, definition: CALENDAR });
  for (const code of ['H48', 'H48.12', 'H48.12.3', 'H48.04', 'H48.05']) {
    const ancestors = code.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'));
    await system.foreign.deliver(AgencyChangedV1, code, agency(code, ancestors.at(-2) ?? null, ancestors));
  }
  await eventually(async () => (await system.sql('SELECT FROM workflow.agency_copy')).length === 5);
  await eventually(async () => (await system.sql('SELECT FROM workflow.calendar_copy')).length === 1);
  return system;
}

export interface Officers {
  readonly clerk: ApiClient;
  readonly specialist: ApiClient;
  readonly colleague: ApiClient;
  readonly leader: ApiClient;
  readonly admin: ApiClient;
  readonly outsider: ApiClient;
}

export async function officersOf(system: TestSystem, inAgency = 'H48.12'): Promise<Officers> {
  const as = (sub: string, role: 'clerk' | 'specialist' | 'leader' | 'admin', place?: string): Promise<ApiClient> =>
    system.as({ sub, roles: [role], name: `Cán bộ ${sub}`, ...(place && { agency: place }) });
  const admin = await as('admin', 'admin');
  // Who signs is in the register; being a leader is not enough.
  const signatory = { name: 'Cán bộ leader', title: 'Phó Giám đốc', agencies: [inAgency], roles: ['leader'] };
  await admin.put('/workflow/v1/officers/leader', { ...signatory, signing: [{ agency: inAgency }] });
  return {
    clerk: await as('clerk', 'clerk', inAgency),
    specialist: await as('specialist', 'specialist', inAgency),
    colleague: await as('colleague', 'specialist', inAgency),
    leader: await as('leader', 'leader', inAgency),
    admin,
    outsider: await as('outsider', 'leader', 'H48.04'),
  };
}

let day = 0;

export function acceptedEvent(overrides: object = {}): Json {
  const dossierId = randomUUID();
  day += 1;
  return {
    ...sampleOf(DossierAcceptedV1),
    dossierId,
    code: `H48.12-261125-${String(day).padStart(4, '0')}`,
    ...overrides,
  };
}

/** Lets intake accept a dossier, and answers its case once it is open. */
export async function openCase(system: TestSystem, reader: ApiClient, overrides: object = {}): Promise<Json> {
  const event = acceptedEvent(overrides);
  await system.foreign.deliver(DossierAcceptedV1, event.dossierId, event);
  const answer = await reader.get(`/workflow/v1/cases/${event.dossierId}`, { headers: { prefer: 'wait=10' } });
  if (answer.status !== 200) throw new Error(`no case: ${answer.text}`);
  return answer.body;
}

/** The secret under which the services of a spec seal what they keep of a person. */
const SEALING_KEY = 'sealing-key-of-the-test-run-0000000000';

export async function nameApplicant(system: TestSystem, dossierId: string, who: object = APPLICANT): Promise<void> {
  const data = { dossierId, applicantRef: 'ref-known', ...sealEnvelope(SEALING_KEY, who), erased: false };
  await system.foreign.deliver(ApplicantNamedV1, dossierId, data);
}

const APPLICANT = {
  ...{ kind: 'citizen', fullName: 'Nguyễn Thị Mẫu', phone: '0912345678' },
  address: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi',
};

/** The same with who applied, which comes by another topic: whoever prints a result names them. */
export async function openNamedCase(system: TestSystem, reader: ApiClient, overrides: object = {}): Promise<Json> {
  const opened = await openCase(system, reader, overrides);
  await nameApplicant(system, opened.dossierId as string);
  return opened;
}

const task = (code: string, role: string, outcomes: object[], more: object = {}): object => ({
  code,
  name: `Bước ${code}`,
  role,
  outcomes,
  ...more,
});

/** Appraisal, two agencies asked at once, approval by a leader: a process for specs. */
export const consultingProcess = (join: string): { name: string; steps: object[] } => ({
  name: 'Quy trình có lấy ý kiến',
  steps: [
    task('appraisal', 'specialist', [{ code: 'forward', name: 'Lấy ý kiến', to: 'consultation' }], {
      term: { amount: 2, unit: 'workingDay' },
    }),
    {
      code: 'consultation',
      name: 'Lấy ý kiến các cơ quan',
      kind: 'consultation',
      join,
      to: 'approval',
      ask: [
        { agency: 'H48.04', role: 'specialist', term: { amount: 1, unit: 'workingDay' } },
        { agency: '000.00.05.H48', role: 'specialist', term: { amount: 2, unit: 'workingDay' } },
      ],
    },
    task('approval', 'leader', [
      { code: 'approve', name: 'Đồng ý', to: null, decision: 'granted' },
      { code: 'deny', name: 'Không đồng ý', to: null, decision: 'denied', requiresReason: true },
    ]),
  ],
});

export const caseOf = (reader: ApiClient, dossierId: string): Promise<ApiResponse> =>
  reader.get(`/workflow/v1/cases/${dossierId}`);

/** Claims a task and ends it with `outcome`. */
export async function endTask(
  officer: ApiClient,
  { id, etag }: Json,
  outcome: string,
  more: object = {},
): Promise<ApiResponse> {
  const claim = await officer.post(`/workflow/v1/tasks/${id}/claim`, undefined, { ifMatch: etag });
  if (claim.status !== 201) return claim;
  return officer.post(`/workflow/v1/tasks/${id}/completion`, { outcome, ...more }, { ifMatch: claim.etag });
}

/** Claims the case's current task and ends it with `outcome`. */
export async function endStep(
  officer: ApiClient,
  dossierId: string,
  outcome: string,
  more: object = {},
): Promise<ApiResponse> {
  const { currentTask } = (await caseOf(officer, dossierId)).body;
  return endTask(officer, currentTask, outcome, more);
}

export async function aPdf(text = 'Result'): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage().drawText(text);
  return new Uint8Array(await document.save());
}

export function upload(content: Uint8Array<ArrayBuffer>, name = 'ket-qua.pdf'): FormData {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'application/pdf' }), name);
  return form;
}

/** The types of what the service has published about a dossier, in order; `vn.motcua.case.` left out. */
export async function published(system: TestSystem, dossierId: string): Promise<Json[]> {
  const rows = await system.sql<{ type: string; data: Json; sequence: number }>(
    'SELECT type, data, sequence FROM workflow.outbox WHERE key = $1 ORDER BY id',
    [dossierId],
  );
  return rows.map(({ type, data, sequence }) => ({
    type: type.replace(/^vn\.motcua\.case\.|\.v1$/g, ''),
    data,
    sequence,
  }));
}
