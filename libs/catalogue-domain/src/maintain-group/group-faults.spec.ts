import { type AskedAndGiven, groupFaults } from './group-faults.js';
import type { GroupStepRecord } from './group-record.js';

const known = new Map<string, AskedAndGiven>([
  ['1.001193', { components: new Set(['TO-KHAI', 'GIAY-CHUNG-SINH']), results: new Set(['KQ-KHAI-SINH']) }],
  ['1.004222', { components: new Set(['TO-KHAI', 'GIAY-KHAI-SINH']), results: new Set(['KQ-CU-TRU']) }],
]);
const BIRTH: GroupStepRecord = { procedure: '1.001193', takes: [] };
const take = { from: '1.001193', kind: 'result', code: 'KQ-KHAI-SINH', as: 'GIAY-KHAI-SINH' } as const;

const faultsOf = (steps: readonly GroupStepRecord[]): string[] =>
  groupFaults({ steps }, known).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a group of procedures that are applied for together', () => {
  it('passes the result of one on as a component of a later one, and a paper as another', () => {
    const paper = { from: '1.001193', kind: 'component', code: 'GIAY-CHUNG-SINH', as: 'TO-KHAI' } as const;
    expect(faultsOf([BIRTH, { procedure: '1.004222', takes: [take, paper] }])).toEqual([]);
  });

  it.each<[string, readonly GroupStepRecord[], string[]]>([
    ['names an unknown procedure', [BIRTH, { procedure: '9.999999', takes: [] }], ['/steps/1/procedure CODE_UNKNOWN']],
    ['names one twice', [BIRTH, BIRTH], ['/steps/1/procedure PROCEDURE_REPEATED']],
    [
      'takes from a later step',
      [{ procedure: '1.004222', takes: [take] }, BIRTH],
      ['/steps/0/takes/0/from NOT_AN_EARLIER_STEP'],
    ],
    [
      'takes a result that is not given there',
      [BIRTH, { procedure: '1.004222', takes: [{ ...take, code: 'GIAY-CHUNG-SINH' }] }],
      ['/steps/1/takes/0/code CODE_UNKNOWN'],
    ],
    [
      'takes a paper that is not asked there',
      [BIRTH, { procedure: '1.004222', takes: [{ ...take, kind: 'component' }] }],
      ['/steps/1/takes/0/code CODE_UNKNOWN'],
    ],
    [
      'gives it as a component that is not asked here',
      [BIRTH, { procedure: '1.004222', takes: [{ ...take, as: 'GIAY-CHUNG-SINH' }] }],
      ['/steps/1/takes/0/as CODE_UNKNOWN'],
    ],
  ])('is refused when it %s', (_, steps, faults) => {
    expect(faultsOf(steps)).toEqual(faults);
  });
});
