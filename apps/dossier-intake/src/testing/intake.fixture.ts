import {
  AgencyChangedV1,
  CalendarChangedV1,
  DossierStatusChangedV1,
  type Plain,
  PolicyChangedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import {
  type ApiClient,
  type ApiResponse,
  eventually,
  type Json,
  startTestSystem,
  type TestSystem,
} from '@motcua/testing';
import { intake } from '../intake.definition.js';

export const CITIZEN_ID = '051199000017';
export const PROCEDURE = '1.001686';
const HOURS = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];

/** A PDF by its first bytes, of whatever length is asked. */
export const pdf = (text = 'Đơn đề nghị', padding = 0): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from(`%PDF-1.7\n${text}\n`), Buffer.alloc(padding, 0x20), Buffer.from('\n%%EOF\n')]),
  );

export function uploadOf(content: Uint8Array, name = 'đơn.pdf', type = 'application/pdf'): FormData {
  const form = new FormData();
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer>], { type }), name);
  return form;
}

export const procedure = (
  change: Partial<Plain<ProcedureVersionAnnouncedV1>> = {},
): Plain<ProcedureVersionAnnouncedV1> => ({
  ...sampleOf(ProcedureVersionAnnouncedV1),
  supplementTermWorkingDays: 10,
  formSchema: {
    type: 'object',
    additionalProperties: false,
    required: ['tenCoSo', 'soDienThoai'],
    properties: {
      tenCoSo: { type: 'string', minLength: 1 },
      soDienThoai: { type: 'string', pattern: '^0[0-9]{9}$' },
      dienTich: { type: 'number', minimum: 1 },
    },
  },
  ...change,
});

export const tariffLine = sampleOf(TariffChangedV1).lines[0]!;

export const draftBody = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  procedureCode: PROCEDURE,
  channel: 'online',
  receivingAgency: 'H48.12',
  competentAgency: 'H48.12',
  applicant: {
    kind: 'citizen',
    identity: { type: 'citizenId', number: CITIZEN_ID },
    fullName: 'Nguyễn Thị Mẫu',
    phone: '+84900000001',
    email: 'mau@example.test',
  },
  delivery: { method: 'post', address: '1 đường Mẫu, Quảng Ngãi' },
  formData: { tenCoSo: 'Cơ sở Mẫu', soDienThoai: '0900000001' },
  ...change,
});

export interface Intake {
  readonly system: TestSystem;
  readonly citizen: ApiClient;
  readonly otherCitizen: ApiClient;
  readonly clerk: ApiClient;
  /** Of another agency. */
  readonly otherClerk: ApiClient;
  readonly admin: ApiClient;
  get(client: ApiClient, id: string): Promise<Json>;
  upload(client: ApiClient, id: string, component: string, content?: Uint8Array): Promise<ApiResponse>;
  /** A draft with its papers, as far as `components` go. */
  draft(
    client?: ApiClient,
    change?: Record<string, unknown>,
    components?: readonly string[],
  ): Promise<{ id: string; etag: string }>;
  submit(client?: ApiClient, change?: Record<string, unknown>): Promise<Json>;
  /** Submitted, and its fee paid where there is one. */
  registered(change?: Record<string, unknown>): Promise<{ id: string; etag: string; code: string }>;
  accepted(change?: Record<string, unknown>): Promise<{ id: string; etag: string; code: string }>;
  /** Waits until the dossier is in a status, and gives its ETag. */
  until(id: string, status: string): Promise<string>;
  /** Types of what was published about a key, in order, with the data. */
  published(key: string): Promise<{ type: string; data: Json; time: unknown }[]>;
  statuses(id: string): Promise<string[]>;
  pay(id: string, change?: Record<string, unknown>): Promise<void>;
  stop(): Promise<void>;
}

const agency = (code: string, change: Partial<Plain<AgencyChangedV1>>): Plain<AgencyChangedV1> => ({
  ...sampleOf(AgencyChangedV1),
  code,
  calendar: null,
  active: true,
  ...change,
});

async function announceCatalogue(system: TestSystem): Promise<void> {
  const { foreign } = system;
  const calendar = {
    name: 'Lịch',
    timeZone: 'Asia/Ho_Chi_Minh',
    publishedYears: [2025, 2026],
    sessions: { monday: HOURS, tuesday: HOURS, wednesday: HOURS, thursday: HOURS, friday: HOURS },
    daysOff: [{ date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }],
  };
  await foreign.deliver(CalendarChangedV1, 'VN', { code: 'VN', revision: 1, definition: calendar });
  const agencies = [
    agency('H48', {
      legacyCode: '000.00.00.H48',
      name: 'UBND tỉnh Quảng Ngãi',
      level: 'province',
      parent: null,
      ancestors: ['H48'],
      calendar: 'VN',
    }),
    agency('H48.12', {
      legacyCode: '000.00.12.H48',
      name: 'Sở Nông nghiệp và Môi trường',
      level: 'department',
      parent: 'H48',
      ancestors: ['H48', 'H48.12'],
      phone: '0255000000',
    }),
    agency('H48.04', {
      legacyCode: '000.00.04.H48',
      name: 'Sở Tư pháp',
      level: 'department',
      parent: 'H48',
      ancestors: ['H48', 'H48.04'],
    }),
    agency('H48.99', {
      legacyCode: '000.00.99.H48',
      name: 'Cơ quan đã giải thể',
      level: 'department',
      parent: 'H48',
      ancestors: ['H48', 'H48.99'],
      active: false,
    }),
  ];
  for (const data of agencies) await foreign.deliver(AgencyChangedV1, data.code, data);
  await foreign.deliver(ProcedureVersionAnnouncedV1, PROCEDURE, procedure());
  await foreign.deliver(
    ProcedureVersionAnnouncedV1,
    '2.000001',
    procedure({
      code: '2.000001',
      name: 'Thủ tục không thu phí',
      competentAgencies: null,
      subjects: ['citizen', 'enterprise', 'stateAgency', 'other'],
    }),
  );
  await foreign.deliver(
    ProcedureVersionAnnouncedV1,
    '2.000002',
    procedure({ code: '2.000002', onlineLevel: 'information' }),
  );
  await foreign.deliver(
    ProcedureVersionAnnouncedV1,
    '2.000003',
    procedure({ code: '2.000003', effectiveFrom: '2027-01-01' }),
  );
  await foreign.deliver(TariffChangedV1, PROCEDURE, {
    procedureCode: PROCEDURE,
    revision: 1,
    lines: [{ ...tariffLine, variant: null }],
  });
  const anything = { fields: null, procedures: null, agencies: null, feeKinds: null, channels: null };
  const online = { ...sampleOf(PolicyChangedV1), scope: { ...anything, channels: ['online'] } };
  await foreign.deliver(PolicyChangedV1, online.code, online);
  const term = {
    ...online,
    code: 'QNG-TERM-20',
    kind: 'term',
    name: 'Rút ngắn',
    basisPoints: 2000,
    legalBasis: 'Quyết định số 906/QĐ-UBND',
    scope: anything,
  };
  await foreign.deliver(PolicyChangedV1, term.code, term);
  await eventually(async () => {
    const [found] = await system.sql<{ ready: boolean }>(
      `SELECT (SELECT count(*) FROM intake.agency_copy) = 4 AND (SELECT count(*) FROM intake.procedure_version) = 4
        AND (SELECT count(*) FROM intake.policy_copy) = 2 AND EXISTS (SELECT FROM intake.tariff_copy) AND EXISTS (SELECT FROM intake.calendar_copy) AS ready`,
    );
    return found?.ready;
  });
}

/** The intake service alone, with a small catalogue, at a Monday morning unless told otherwise. */
export async function startIntake({
  now = '2026-11-23T08:00:00+07:00',
  environment = {},
}: { now?: string; environment?: Record<string, string> } = {}): Promise<Intake> {
  const system = await startTestSystem([intake], { now, environment });
  await announceCatalogue(system);
  const [citizen, otherCitizen, clerk, otherClerk, admin] = await Promise.all([
    system.as({ sub: 'citizen', roles: ['citizen'], citizen_id: CITIZEN_ID, name: 'Nguyễn Thị Mẫu' }),
    system.as({ sub: 'citizen-2', roles: ['citizen'], citizen_id: '051099000024' }),
    system.as({ sub: 'clerk', roles: ['clerk'], agency: 'H48.12', name: 'Nguyễn Văn Mẫu' }),
    system.as({ sub: 'clerk-2', roles: ['clerk'], agency: 'H48.04', name: 'Võ Văn Mẫu' }),
    system.as({ sub: 'admin', roles: ['admin'] }),
  ]);
  const path = (id: string): string => `/intake/v1/dossiers/${id}`;
  const expectStatus = (response: ApiResponse, status: number): ApiResponse => {
    if (response.status !== status) throw new Error(`expected ${status}, got ${response.status}: ${response.text}`);
    return response;
  };

  const it: Intake = {
    system,
    citizen,
    otherCitizen,
    clerk,
    otherClerk,
    admin,
    get: async (client, id) => {
      const { body, etag } = expectStatus(await client.get(path(id)), 200);
      return { ...body, etag };
    },
    upload: (client, id, component, content = pdf(component)) =>
      client.post(`${path(id)}/files?component=${component}`, uploadOf(content)),
    draft: async (client = citizen, change = {}, components = ['DON-DE-NGHI', 'BAN-VE']) => {
      const { body, etag } = expectStatus(await client.post('/intake/v1/dossiers', draftBody(change)), 201);
      let last = etag;
      for (const component of components) last = expectStatus(await it.upload(client, body.id, component), 201).etag;
      return { id: body.id as string, etag: last };
    },
    submit: async (client = citizen, change = {}) => {
      const { id, etag } = await it.draft(client, change);
      const submitted = expectStatus(await client.post(`${path(id)}/submission`, undefined, { ifMatch: etag }), 201);
      return { ...submitted.body, etag: submitted.etag };
    },
    registered: async (change = {}) => {
      const { id, code, status } = await it.submit(citizen, change);
      if (status === 'paymentRequired') await it.pay(id as string);
      return { id: id as string, code: code as string, etag: await it.until(id as string, 'registered') };
    },
    accepted: async (change = {}) => {
      const { id, etag, code } = await it.registered(change);
      const { etag: next } = expectStatus(await clerk.post(`${path(id)}/acceptance`, {}, { ifMatch: etag }), 201);
      return { id, code, etag: next };
    },
    until: (id, status) =>
      eventually(async () => {
        const { body, etag } = await admin.get(path(id));
        return body.status === status && etag;
      }),
    published: (key) => system.sql('SELECT type, data, time FROM intake.outbox WHERE key = $1 ORDER BY id', [key]),
    statuses: async (id) =>
      (await it.published(id))
        .filter(({ type }) => type === DossierStatusChangedV1.type)
        .map(({ data }) => `${String(data.from)}→${String(data.to)}`),
    pay: async (id, change = {}) => {
      const { PaymentReceivedV1 } = await import('@motcua/contracts');
      await system.foreign.deliver(PaymentReceivedV1, id, {
        ...sampleOf(PaymentReceivedV1),
        dossierId: id,
        paidAt: system.clock.now().toString(),
        ...change,
      });
    },
    stop: () => system.stop(),
  };
  return it;
}
