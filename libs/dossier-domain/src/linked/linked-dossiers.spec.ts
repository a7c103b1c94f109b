import { life, refusalOf } from '../testing.fixture.js';
import {
  assertWaitsForNone,
  awaitedResults,
  endWithEarlier,
  groupFaults,
  linksOf,
  type ProcedureGroup,
  takenOver,
  waitsFromSubmission,
} from './linked-dossiers.js';

const BIRTH = '1.001193';
const RESIDENCE = '1.004222';
const INSURANCE = '1.013000';

const group: ProcedureGroup = {
  code: 'KHAI-SINH',
  name: 'Liên thông khai sinh',
  active: true,
  steps: [
    { procedure: BIRTH, takes: [] },
    {
      procedure: RESIDENCE,
      takes: [
        { from: BIRTH, kind: 'result', code: 'KQ-KS', as: 'GIAY-KHAI-SINH' },
        { from: BIRTH, kind: 'component', code: 'TO-KHAI', as: 'TO-KHAI-CHUNG' },
      ],
    },
    {
      procedure: INSURANCE,
      takes: [
        { from: BIRTH, kind: 'result', code: 'KQ-KS', as: 'GIAY-KHAI-SINH' },
        { from: RESIDENCE, kind: 'result', code: 'KQ-TT', as: 'XAC-NHAN-CU-TRU' },
      ],
    },
  ],
};

const faultsOf = (chosen: readonly string[], of: ProcedureGroup | null = group): string[] =>
  groupFaults(of, chosen).map(({ pointer, code }) => `${pointer} ${code}`);

describe('dossiers that are submitted together', () => {
  it('are all of a group, or those of it that need no other', () => {
    expect(faultsOf([INSURANCE, BIRTH, RESIDENCE])).toEqual([]);
    expect(faultsOf([BIRTH, RESIDENCE])).toEqual([]);
    expect(faultsOf([BIRTH, INSURANCE])).toEqual(['/dossiers/1/procedureCode DOSSIER.EARLIER_STEP_MISSING']);
  });

  it('are of the group, and each once', () => {
    expect(faultsOf([BIRTH, '1.000894'])).toEqual(['/dossiers/1/procedureCode DOSSIER.NOT_IN_GROUP']);
    expect(faultsOf([BIRTH, BIRTH])).toEqual(['/dossiers/1/procedureCode DOSSIER.REPEATED_IN_GROUP']);
    expect(faultsOf([BIRTH], null)).toEqual(['/group DOSSIER.GROUP_UNKNOWN']);
    expect(faultsOf([BIRTH], { ...group, active: false })).toEqual(['/group DOSSIER.GROUP_UNKNOWN']);
  });

  it('stand in the order in which they are decided, and know which dossier gives them what', () => {
    const links = linksOf(group, 'L', [
      { procedure: RESIDENCE, dossier: 'r' },
      { procedure: BIRTH, dossier: 'b' },
    ]);
    expect(links.map(({ dossier, link }) => [dossier, link.step, link.takes])).toEqual([
      ['b', 1, []],
      [
        'r',
        2,
        [
          { dossier: 'b', kind: 'result', code: 'KQ-KS', as: 'GIAY-KHAI-SINH' },
          { dossier: 'b', kind: 'component', code: 'TO-KHAI', as: 'TO-KHAI-CHUNG' },
        ],
      ],
    ]);
    expect(links[0]?.link).toEqual({
      id: 'L',
      group: 'KHAI-SINH',
      groupName: 'Liên thông khai sinh',
      procedure: BIRTH,
      step: 1,
      takes: [],
    });
  });

  it('are asked for nothing that an earlier one gives, and wait for each result once (R19)', () => {
    const [, residence, insurance] = linksOf(group, 'L', [
      { procedure: BIRTH, dossier: 'b' },
      { procedure: RESIDENCE, dossier: 'r' },
      { procedure: INSURANCE, dossier: 'i' },
    ]).map(({ link }) => link);
    expect(takenOver(residence ?? null)).toEqual(['GIAY-KHAI-SINH', 'TO-KHAI-CHUNG']);
    expect(awaitedResults(residence ?? null).map(({ as }) => as)).toEqual(['GIAY-KHAI-SINH']);
    expect(waitsFromSubmission(residence ?? null)).toEqual(['b']);
    expect(waitsFromSubmission(insurance ?? null)).toEqual(['b', 'r']);
    expect([takenOver(null), awaitedResults(null), waitsFromSubmission(null)]).toEqual([[], [], []]);
  });

  it('are not accepted while they wait', () => {
    expect(refusalOf(() => assertWaitsForNone(['b']))).toMatchObject({
      code: 'DOSSIER.WAITS_FOR_LINKED',
      evidence: { waitsFor: ['b'] },
    });
    expect(assertWaitsForNone([])).toBeUndefined();
  });

  it.each([
    ['registered', 'refused'],
    ['supplementRequired', 'refused'],
    ['paymentRequired', 'withdrawn'],
  ] as const)('that wait as %s end as %s with one that gives no result, with its reason (R21)', (from, to) => {
    const earlier = { code: 'H48.30-261123-0001', procedureName: 'Đăng ký khai sinh', reason: 'Sai thẩm quyền' };
    const reason =
      'Hồ sơ liên thông H48.30-261123-0001 (Đăng ký khai sinh) không có kết quả để giải quyết tiếp hồ sơ này: Sai thẩm quyền';
    expect(endWithEarlier(life(from), earlier, ['GIAY-KHAI-SINH'])).toEqual({
      status: to,
      reason,
      faults: [{ component: 'GIAY-KHAI-SINH', field: null, reason }],
    });
    expect(endWithEarlier(life(from), { ...earlier, reason: null }, []).reason).toMatch(/hồ sơ này$/);
  });
});
