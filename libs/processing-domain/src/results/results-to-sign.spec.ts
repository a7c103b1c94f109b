import { type CaseResult, resultKind, resultKindsOf, resultsToSign } from '../index.js';
import { anOpenCase, at } from '../testing/a-case.fixture.js';

const NOW = at('25 09:00');
const LICENCE: CaseResult = { number: 1, resultCode: 'GCN', decision: 'granted', state: 'draft', validUntil: null };
const LETTER: CaseResult = { ...LICENCE, number: 2, resultCode: 'VAN-BAN-TRA-LOI', decision: 'denied' };
const sign = (results: readonly CaseResult[], decision: 'granted' | 'denied', named?: readonly number[]): number[] =>
  resultsToSign(results, { step: 'signing', decision, named, now: NOW }).map(({ number }) => number);

const refusal = (code: string, evidence: object = {}): Error => expect.objectContaining({ code, ...evidence }) as Error;

describe('the results that a signature issues (R20)', () => {
  it('are those of the decision that was taken: a denied case issues the letter and never the licence', () => {
    expect(sign([LICENCE, LETTER], 'denied')).toEqual([2]);
    expect(sign([LICENCE, LETTER], 'granted')).toEqual([1]);
  });

  it('are the named ones, and the rest stays unsigned', () => {
    const second = { ...LICENCE, number: 3 };
    expect(sign([LICENCE, LETTER, second], 'granted', [3])).toEqual([3]);
  });

  it('are refused where one of them belongs to the other decision, is no draft, or holds no longer', () => {
    expect(() => sign([LICENCE, LETTER], 'denied', [2, 1])).toThrow(
      refusal('CASE.RESULT_NOT_TO_SIGN', {
        evidence: { decision: 'denied', allowed: [2] },
        faults: [expect.objectContaining({ pointer: '/results/1', code: 'NOT_OF_DECISION' })],
      }),
    );
    expect(() => sign([{ ...LICENCE, state: 'signed' }], 'granted', [1])).toThrow(
      refusal('CASE.RESULT_NOT_TO_SIGN', {
        faults: [expect.objectContaining({ pointer: '/results/0', code: 'NOT_A_DRAFT' })],
      }),
    );
    expect(() => sign([LICENCE, { ...LICENCE, number: 3 }], 'granted', [3, 9])).toThrow(
      refusal('CASE.RESULT_NOT_TO_SIGN', {
        faults: [expect.objectContaining({ pointer: '/results/1', code: 'NOT_A_DRAFT' })],
      }),
    );
    expect(() => sign([{ ...LICENCE, validUntil: '2026-11-24' }], 'granted')).toThrow(
      refusal('CASE.RESULT_NOT_TO_SIGN', {
        faults: [expect.objectContaining({ pointer: '/results', code: 'VALIDITY_PAST' })],
      }),
    );
    expect(sign([{ ...LICENCE, validUntil: '2026-11-25' }], 'granted')).toEqual([1]);
  });

  it('are missing where only the other decision has one; what was signed before needs no second signature', () => {
    expect(() => sign([LICENCE], 'denied')).toThrow(refusal('CASE.RESULT_MISSING'));
    expect(() => sign([{ ...LICENCE, state: 'signed' }], 'denied')).toThrow(refusal('CASE.RESULT_MISSING'));
    expect(sign([{ ...LICENCE, state: 'signed' }], 'granted')).toEqual([]);
  });
});

describe('the kinds of results of a case (R14)', () => {
  it('always hold a letter of refusal, which no licence is taken for', () => {
    expect(resultKindsOf(anOpenCase()).map(({ code, decision }) => [code, decision])).toEqual([
      ['GCN', 'granted'],
      ['VAN-BAN-TRA-LOI', 'denied'],
    ]);
    expect(resultKind({ ...anOpenCase(), decision: 'denied' })?.code).toBe('VAN-BAN-TRA-LOI');
    expect(resultKind(anOpenCase())?.code).toBe('GCN');
    expect(resultKind(anOpenCase(), 'OTHER')).toBeUndefined();
  });

  it('have something to grant also where the version names nothing', () => {
    expect(resultKindsOf(anOpenCase({ results: [] })).map(({ code }) => code)).toEqual(['KET-QUA', 'VAN-BAN-TRA-LOI']);
  });
});
