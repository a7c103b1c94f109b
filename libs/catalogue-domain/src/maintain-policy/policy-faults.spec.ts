import { policyFaults, policyPastFaults } from './policy-faults.js';
import type { PolicyRecord } from './policy-record.js';

const NO_LIMIT = { fields: null, procedures: null, agencies: null, feeKinds: null, channels: null };
const policy: Omit<PolicyRecord, 'code' | 'revision'> = {
  kind: 'fee',
  name: 'Giảm lệ phí trực tuyến',
  basisPoints: 10_000,
  legalBasis: 'Nghị quyết',
  validFrom: '2026-01-01',
  validTo: null,
  scope: NO_LIMIT,
};
const KNOWN = { fields: new Set(['F']), procedures: new Set(['1.001686']), agencies: new Set(['H48']) };
const faultsOf = (change: Partial<typeof policy>): string[] =>
  policyFaults({ ...policy, ...change }, KNOWN).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a policy (R17)', () => {
  it.each<[string, Partial<typeof policy>]>([
    ['forgive a whole fee', {}],
    ['reduce a term to almost nothing', { kind: 'term', basisPoints: 9_999 }],
    ['hold for one day', { validTo: '2026-01-02' }],
    ['name what is known', { scope: { ...NO_LIMIT, fields: ['F'], procedures: ['1.001686'], agencies: ['H48'] } }],
    ['be for one kind of fee', { scope: { ...NO_LIMIT, feeKinds: ['phi'] } }],
  ])('may %s', (_, change) => {
    expect(faultsOf(change)).toEqual([]);
  });

  it.each<[string, Partial<typeof policy>, string]>([
    ['leave nothing of a term', { kind: 'term', basisPoints: 10_000 }, '/basisPoints TERM_REDUCED_TO_NOTHING'],
    ['end on its first day', { validTo: '2026-01-01' }, '/validTo WINDOW_EMPTY'],
    [
      'limit a term to kinds of fee',
      { kind: 'term', basisPoints: 1, scope: { ...NO_LIMIT, feeKinds: ['phi'] } },
      '/scope/feeKinds NOT_FOR_A_TERM',
    ],
    [
      'reduce a term for one kind of applicant',
      { kind: 'term', basisPoints: 1, scope: { ...NO_LIMIT, applicants: ['citizen'] } },
      '/scope/applicants NOT_FOR_A_TERM',
    ],
    [
      'reduce a term for one category of applicants',
      {
        kind: 'term',
        basisPoints: 1,
        beneficiary: { code: 'HO-NGHEO', name: 'Hộ nghèo', evidence: { code: 'SO', name: 'Sổ' } },
      },
      '/beneficiary NOT_FOR_A_TERM',
    ],
    ['name what is not known', { scope: { ...NO_LIMIT, agencies: ['H48', 'H99'] } }, '/scope/agencies/1 CODE_UNKNOWN'],
  ])('may not %s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });
});

describe('the past of a policy (R17)', () => {
  const held: PolicyRecord = { ...policy, code: 'P', revision: 1 };
  const faults = (change: Partial<typeof policy>): string[] =>
    policyPastFaults(held, { ...policy, code: 'P', ...change }, '2026-11-23').map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  it('stays where the policy is ended today or later', () => {
    expect(faults({ validTo: '2026-11-23' })).toEqual([]);
    expect(faults({ beneficiary: null })).toEqual([]);
  });

  it.each<[string, Partial<typeof policy>]>([
    ['it is ended yesterday', { validTo: '2026-11-22' }],
    ['it begins earlier', { validFrom: '2025-12-31' }],
    ['it reduces by less', { basisPoints: 100 }],
    ['its scope differs', { scope: { ...NO_LIMIT, channels: ['online'] } }],
  ])('is rewritten where %s: that wants a reason', (_, change) => {
    expect(faults(change)).toEqual(['/reason PAST_REWRITTEN']);
  });
});
