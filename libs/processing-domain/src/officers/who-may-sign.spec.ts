import { assertMaySign, maySign, type Signatory, signingAgency } from '../index.js';
import { TERMS } from '../testing/a-case.fixture.js';

const person = (subject: string, signing: Signatory['signing']): Signatory => ({
  subject,
  name: subject,
  title: 'Phó Giám đốc',
  signing,
});
const ALL = person('all', [{ agency: 'H48.12', results: null }]);
const SOME = person('some', [{ agency: 'H48.12', results: ['GCN', 'QD'] }]);
const ELSEWHERE = person('elsewhere', [{ agency: 'H48', results: null }]);

describe('who may sign for an agency', () => {
  it.each([
    ['any result, with a right to all', ALL, ['X', 'GCN'], true],
    ['the results of the right', SOME, ['GCN'], true],
    ['several of them', SOME, ['QD', 'GCN'], true],
    ['no other result', SOME, ['GCN', 'X'], false],
    ['not for another agency, nor for one below', ELSEWHERE, ['GCN'], false],
    ['nothing without a right, leader or not', person('none', []), ['GCN'], false],
  ])('%s', (_, { signing }, results, expected) => {
    expect(maySign(signing, { agency: 'H48.12', results })).toBe(expected);
  });

  it('lets who has the right sign', () => {
    expect(() => assertMaySign(SOME, { agency: 'H48.12', results: ['GCN'] }, [])).not.toThrow();
  });

  it.each([
    ['an officer without the right', ELSEWHERE],
    ['somebody whom the register does not know', undefined],
  ])('refuses %s and names those who may, and only those', (_, officer) => {
    expect(() => assertMaySign(officer, { agency: 'H48.12', results: ['X'] }, [ALL, SOME])).toThrow(
      expect.objectContaining({
        code: 'SIGNER.NOT_ENTITLED',
        evidence: {
          agency: 'H48.12',
          results: ['X'],
          entitled: [{ subject: 'all', name: 'all', title: 'Phó Giám đốc' }],
        },
      }),
    );
  });

  it('is asked for the agency that the step names, and for the competent one where it names none (R23)', () => {
    const step = { code: 'a', name: 'a', role: 'leader', outcomes: [] } as const;
    const ask = [{ agency: 'H48.04', role: 'leader', term: { amount: 1, unit: 'workingDay' } }] as const;
    const steps = [
      { ...step, agency: 'receiving' },
      { ...step, code: 'b' },
      { ...step, code: 'c', agency: 'H48.13' },
      { kind: 'consultation', code: 'd', name: 'd', join: 'all', to: 'a', ask },
    ] as const;
    const terms = { ...TERMS, definition: { ...TERMS.definition, steps } };
    expect(['a', 'b', 'c', 'd'].map((code) => signingAgency(terms, code))).toEqual([
      'H48.1',
      'H48.12',
      'H48.13',
      'H48.12',
    ]);
  });
});
