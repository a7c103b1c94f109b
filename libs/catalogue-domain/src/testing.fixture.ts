import type { AgencyRecord } from './maintain-agency/agency-record.js';
import type { VersionRecord } from './procedure/procedure-record.js';
import type { ProcedureState } from './procedure/procedure-state.js';
import type { VersionDefinition } from './procedure/version-definition.js';
import type { TariffLine } from './set-tariff/tariff.js';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

export const definition: VersionDefinition = {
  name: 'Cấp chứng chỉ hành nghề thú y',
  field: { code: 'G10-NN12', name: 'Thú y' },
  level: 'province',
  competentAgencies: ['H48.12'],
  competentLevel: null,
  onlineLevel: 'full',
  onlineLevelReason: null,
  legacyOnlineLevel: null,
  channels: ['counter', 'online'],
  subjects: ['citizen'],
  variants: [
    {
      code: 'default',
      name: 'Cấp mới',
      term: { amount: 5, unit: 'workingDay' },
      components: [{ code: 'DON', name: 'Đơn', originals: 1, copies: 0, required: true, formUrl: null }],
    },
  ],
  supplementPolicy: 'pause',
  supplementTermWorkingDays: 10,
  paymentPausesTerm: true,
  formSchema: { type: 'object' },
  results: [{ code: 'CCHN', name: 'Chứng chỉ', decision: 'granted' }],
  legalBasis: [],
  conditions: null,
  instructions: null,
  asGiven: null,
};

export const version = (change: Partial<VersionRecord> = {}): VersionRecord => ({
  version: 1,
  definition,
  openQuestions: [],
  notes: [],
  announcement: null,
  origin: 'written',
  contentHash: null,
  revision: 1,
  ...change,
});

export const announced = version({
  announcement: { decisionNumber: '1/QĐ', decidedOn: '2026-01-05', publishedOn: null, effectiveFrom: '2026-02-01' },
});

export const state = (versions: readonly VersionRecord[], change: Partial<ProcedureState> = {}): ProcedureState => ({
  procedure: { code: '1.001686', revision: 3, repeal: null, suspensions: [], versions },
  tariff: null,
  ...change,
});

export const tariffLine: TariffLine = {
  code: 'LP',
  kind: 'lePhi',
  name: 'Lệ phí',
  amount: 50_000,
  variant: null,
  channels: ['counter', 'online'],
  collectedAt: 'beforeAcceptance',
  validFrom: '2026-01-01',
  validTo: null,
  legalBasis: 'Thông tư',
};

export const agency: AgencyRecord = {
  successors: [],
  code: 'H48.12',
  legacyCode: '000.00.12.H48',
  name: 'Sở Nông nghiệp và Môi trường',
  level: 'department',
  kind: 'administrative',
  parent: 'H48',
  ancestors: ['H48', 'H48.12'],
  calendar: null,
  address: null,
  phone: null,
  active: true,
  revision: 2,
};

/** Code, evidence and the pointers of the faults with which something is refused. */
export function refusalOf(work: () => unknown): { code: string; faults: string[] } {
  try {
    work();
  } catch (error) {
    const { code, faults } = error as import('@motcua/kernel').Refusal<string>;
    return { code, faults: faults.map((fault) => `${fault.pointer} ${fault.code}`) };
  }
  throw new Error('it was not refused');
}
