import { type Dong, Refusal } from '@motcua/kernel';
import { type AssessedLine, sumOf } from '../tariff/assess-at-submission.js';
import type { CollectionTime } from '../tariff/tariff-line.js';
import type { FeeRefusalCode } from '../refusal-codes.js';

/** What a demand has found to be owed is no matter of the assessment. */
const ASSESSED = ['beforeAcceptance', 'beforeReturn'] as const satisfies readonly CollectionTime[];

/** Which collection times are behind the dossier: paid, or passed. */
type SettledTimes = Readonly<Record<(typeof ASSESSED)[number], boolean>>;

const at = (lines: readonly AssessedLine[], time: CollectionTime): AssessedLine[] =>
  lines.filter(({ collectedAt }) => collectedAt === time);

/**
 * What a dossier owes once a correction has changed what it is assessed by. What is not settled yet is owed as assessed. Of
 * what is settled, less is owed as assessed (the cashier decides on what was paid too much), and the difference to more is
 * one line due before return. Where that is settled too, what was paid too much at one time pays what is owed more at the
 * other; refused with `FEE.SETTLED` where more is owed than was paid.
 * @rule R16
 */
export function correctFees(
  owed: readonly AssessedLine[],
  assessed: readonly AssessedLine[],
  settled: SettledTimes,
): AssessedLine[] {
  const lines = owed.filter(({ collectedAt }) => !ASSESSED.some((time) => time === collectedAt));
  let [difference, tooMuch]: [Dong, Dong] = [0, 0];
  for (const time of ASSESSED) {
    const [was, is] = [at(owed, time), at(assessed, time)];
    const more = sumOf(is) - sumOf(was);
    lines.push(...(settled[time] && more >= 0 ? was : is));
    if (settled[time]) difference += Math.max(more, 0);
    if (settled[time]) tooMuch += Math.max(-more, 0);
  }
  if (difference === 0) return lines;
  const kind = assessed[0]?.kind ?? 'lePhi';
  if (!settled.beforeReturn) return [...lines, differenceOf(difference, kind, 'beforeReturn', lines)];
  // All is paid: what was paid too much at one time pays what is owed more at the other, such as an earlier difference.
  if (difference > tooMuch) throw new Refusal<FeeRefusalCode>('FEE.SETTLED', { difference: difference - tooMuch });
  if (difference === tooMuch) return [...owed];
  const paidMore = ASSESSED.find((time) => sumOf(at(assessed, time)) < sumOf(at(owed, time))) ?? 'beforeReturn';
  return [...lines, differenceOf(difference, kind, paidMore, lines)];
}

const differenceOf = (
  net: Dong,
  kind: AssessedLine['kind'],
  collectedAt: CollectionTime,
  lines: readonly AssessedLine[],
): AssessedLine => ({
  code: `CHENH-LECH-${lines.filter(({ code }) => code.startsWith('CHENH-LECH-')).length + 1}`,
  kind,
  name: 'Phần chênh lệch sau đính chính hồ sơ',
  base: net,
  net,
  collectedAt,
  reduction: null,
});
