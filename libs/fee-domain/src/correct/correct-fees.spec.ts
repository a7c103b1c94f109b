import type { AssessedLine } from '../tariff/assess-at-submission.js';
import { correctFees } from './correct-fees.js';

const line = (
  code: string,
  net: number,
  collectedAt: AssessedLine['collectedAt'] = 'beforeAcceptance',
): AssessedLine => ({
  code,
  kind: 'phi',
  name: code,
  base: net,
  net,
  collectedAt,
  reduction: null,
});
const amounts = (lines: readonly AssessedLine[]) => lines.map(({ code, net, collectedAt }) => [code, net, collectedAt]);
const UNPAID = { beforeAcceptance: false, beforeReturn: false };
const PAID = { beforeAcceptance: true, beforeReturn: false };

describe('what a corrected dossier owes (R16)', () => {
  it('is what is assessed now, as long as nothing is paid', () => {
    expect(amounts(correctFees([line('A', 100)], [line('B', 250)], UNPAID))).toEqual([['B', 250, 'beforeAcceptance']]);
  });

  it('asks for the difference before return where the former fee was paid', () => {
    expect(amounts(correctFees([line('A', 100)], [line('B', 250)], PAID))).toEqual([
      ['A', 100, 'beforeAcceptance'],
      ['CHENH-LECH-1', 150, 'beforeReturn'],
    ]);
  });

  it('is the smaller fee where more was paid', () => {
    expect(amounts(correctFees([line('A', 250)], [line('B', 100)], PAID))).toEqual([['B', 100, 'beforeAcceptance']]);
  });

  it('leaves a paid fee of the same amount as it is', () => {
    expect(amounts(correctFees([line('A', 100)], [line('B', 100)], PAID))).toEqual([['A', 100, 'beforeAcceptance']]);
  });

  it('still asks for what was demanded since, which no assessment knows', () => {
    const owed = [line('A', 100), line('C', 30, 'onDemand')];
    expect(amounts(correctFees(owed, [line('B', 250)], UNPAID))).toEqual([
      ['C', 30, 'onDemand'],
      ['B', 250, 'beforeAcceptance'],
    ]);
  });

  it('asks for the difference as a fee of the kind of what is assessed first', () => {
    const assessed = [{ ...line('B', 250), kind: 'lePhi' as const }, line('D', 10)];
    expect(correctFees([line('A', 100)], assessed, PAID).at(-1)).toMatchObject({ net: 160, kind: 'lePhi' });
  });

  describe('where the former difference is paid, too', () => {
    const ALL = { beforeAcceptance: true, beforeReturn: true };
    const owed = [line('A', 100), line('CHENH-LECH-1', 150, 'beforeReturn')];

    it('is not paid by what is owed less before the acceptance, and was never paid', () => {
      const before = [line('A', 100), line('R', 100, 'beforeReturn')];
      const after = [line('A', 50), line('R', 150, 'beforeReturn')];
      expect(() => correctFees(before, after, { beforeAcceptance: false, beforeReturn: true })).toThrow(
        expect.objectContaining({ code: 'FEE.SETTLED', evidence: { difference: 50 } }),
      );
    });

    it('stays as it is where nothing is owed more', () => {
      expect(correctFees(owed, [line('B', 250)], ALL)).toEqual(owed);
    });

    it('is less at the time at which too much was paid, and at no time more than was paid', () => {
      expect(amounts(correctFees(owed, [line('B', 240)], ALL))).toEqual([
        ['A', 100, 'beforeAcceptance'],
        ['CHENH-LECH-1', 140, 'beforeReturn'],
      ]);
      const paid = [line('A', 100), line('C', 10, 'beforeReturn')];
      expect(amounts(correctFees(paid, [line('A', 50), line('C', 30, 'beforeReturn')], ALL))).toEqual([
        ['A', 50, 'beforeAcceptance'],
        ['C', 10, 'beforeReturn'],
        ['CHENH-LECH-1', 20, 'beforeAcceptance'],
      ]);
    });

    it('is refused with what is missing, not with what was paid already', () => {
      expect(() => correctFees(owed, [line('B', 260)], ALL)).toThrow(
        expect.objectContaining({ code: 'FEE.SETTLED', evidence: { difference: 10 } }),
      );
    });
  });

  it('is refused where all is paid and more is owed', () => {
    const all = { beforeAcceptance: true, beforeReturn: true };
    expect(() => correctFees([line('A', 100)], [line('B', 101)], all)).toThrow(
      expect.objectContaining({ code: 'FEE.SETTLED', evidence: { difference: 1 } }),
    );
  });
});
