import type { Term } from '@motcua/legal-clock';
import {
  type ConsultationStep,
  longestWay,
  type ProcessDefinition,
  type ProcessStep,
  promisedMinutes,
  type StepTerm,
  stepTermFaults,
} from '../index.js';

const days = (amount: number): StepTerm => ({ amount, unit: 'workingDay' });
const hours = (amount: number): StepTerm => ({ amount, unit: 'workingHour' });
const step = (code: string, to: (string | null)[], term?: StepTerm): ProcessStep => ({
  code,
  name: code,
  role: 'leader',
  ...(term && { term }),
  outcomes: to.map((next, i) => ({ code: `o${i}`, name: 'x', to: next })),
});
const ask = (code: string, to: string, join: ConsultationStep['join'], ...terms: StepTerm[]): ProcessStep => ({
  kind: 'consultation',
  code,
  name: code,
  join,
  to,
  ask: terms.map((term, i) => ({ agency: `H48.${i + 1}`, role: 'specialist', term })),
});
const process = (...steps: ProcessStep[]): ProcessDefinition => ({
  procedure: '1.001686',
  version: 1,
  name: 'x',
  steps,
});

describe('the longest way through a process', () => {
  it.each<[string, ProcessDefinition, number, string[]]>([
    ['adds up the steps', process(step('a', ['b'], days(1)), step('b', [null], hours(3))), 660, ['a', 'b']],
    [
      'takes the longer of two branches',
      process(step('a', ['b', 'c'], hours(1)), step('b', ['c'], hours(5)), step('c', [null], hours(1))),
      420,
      ['a', 'b', 'c'],
    ],
    [
      'goes on through a step that another branch has passed',
      process(step('a', ['b', 'c'], hours(1)), step('b', [null], hours(1)), step('c', ['b'], hours(5))),
      420,
      ['a', 'c', 'b'],
    ],
    [
      'takes the first of two branches that are equally long',
      process(step('a', ['b', 'c'], hours(1)), step('b', [null], hours(2)), step('c', [null], hours(2))),
      180,
      ['a', 'b'],
    ],
    ['leaves out steps without a term', process(step('a', ['b']), step('b', [null], hours(3))), 180, ['b']],
    [
      'counts nothing twice that is sent back',
      process(step('a', ['b'], hours(1)), step('b', [null, 'a', 'b'], hours(1))),
      120,
      ['a', 'b'],
    ],
    [
      'waits for the slowest of all, or until the last deadline',
      process(ask('a', 'b', 'deadlinePassed', hours(4), days(2)), step('b', [null])),
      960,
      ['a'],
    ],
    [
      'waits for the quickest where any is enough',
      process(ask('a', 'b', 'any', hours(4), days(2)), step('b', [null])),
      240,
      ['a'],
    ],
  ])('%s', (_, definition, minutes, steps) => expect(longestWay(definition)).toEqual({ minutes, steps }));

  it('takes no longer over fifty steps that all lead to all that follow', () => {
    const codes = Array.from({ length: 50 }, (_, i) => `s${i}`);
    const steps = codes.map((code, i) => step(code, i === 49 ? [null] : codes.slice(i + 1), hours(1)));
    expect(longestWay(process(...steps)).minutes).toBe(3000);
  });
});

describe('what a version promises at least', () => {
  it.each<[string, Term[], number, number]>([
    ['its term in working time', [{ unit: 'workingDay', amount: 7 }], 0, 3360],
    ['reduced by policy, down to the minute (R17)', [{ unit: 'workingHour', amount: 7 }], 3333, 280],
    ['the shortest of its variants', [days(7), hours(30)], 2000, 1440],
    ['the working days that calendar days have in any week', [{ unit: 'calendarDay', amount: 10 }], 0, 2880],
    ['the shortest month', [{ unit: 'month', amount: 1 }], 0, 9600],
    // 84 days are twelve weeks; with one day more in each month there would be a day of work more.
    ['the shortest months', [{ unit: 'month', amount: 3 }], 0, 28_800],
    ['what is left of the day at the cut-off, never reduced', [{ unit: 'sameDay' }], 2000, 120],
  ])('%s', (_, terms, reduction, minutes) => expect(promisedMinutes(terms, reduction)).toBe(minutes));
});

describe('the step terms of a definition', () => {
  const definition = process(step('a', ['b'], hours(20)), step('b', [null], hours(6)));

  it.each([
    ['fit exactly', 1560],
    ['cannot be compared while the version is not announced', null],
  ])('are accepted where they %s', (_, promised) => expect(stepTermFaults(definition, promised)).toEqual([]));

  it('add up to no more than the promised term', () => {
    expect(stepTermFaults(definition, 1344)).toEqual([
      {
        pointer: '/steps',
        code: 'PROCESS.TERMS_EXCEED_PROMISE',
        detail: {
          vi: 'Các bước a, b cộng lại 26 giờ làm việc, thời hạn cam kết là 22,4 giờ.',
          en: 'The steps a, b add up to 26 working hours, the promised term is 22.4.',
        },
      },
    ]);
  });
});
