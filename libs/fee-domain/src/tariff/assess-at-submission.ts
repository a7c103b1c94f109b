import { dayInVietnam, type Dong, present, reduceBy, Refusal } from '@motcua/kernel';
import type { FeeRefusalCode } from '../refusal-codes.js';
import {
  allows,
  isInScope,
  largest,
  type Policy,
  type PolicySubject,
  type Reduction,
} from '../policy/largest-reduction.js';
import { measured } from './measured.js';
import { type CollectionTime, type FeeKind, isOpen, type TariffLine } from './tariff-line.js';

export interface AssessmentInput extends PolicySubject {
  readonly tariff: readonly TariffLine[];
  readonly policies: readonly Policy[];
  readonly variant: string;
  /** What the form says, by which some lines are measured. */
  readonly formData?: Readonly<Record<string, unknown>>;
  /** The tariff and the policies of this instant bind (R16, R17). */
  readonly submittedAt: Temporal.Instant;
}

/** One line that a dossier owes. `net` is the base less the one largest reduction, a half đồng rounded up (R17). */
export interface AssessedLine {
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: string;
  readonly base: Dong;
  readonly net: Dong;
  readonly collectedAt: CollectionTime;
  readonly reduction: Reduction | null;
  /** A later demand has come since it was paid: it is owed no more, and its collection time is the later one's. */
  readonly settled?: true;
}

interface Assessment {
  /** In the order of the tariff; lines of 0 đ are listed too. */
  readonly lines: readonly AssessedLine[];
  readonly total: Dong;
  readonly due: Readonly<Record<CollectionTime, Dong>>;
}

/**
 * What a dossier owes. Refused with `FEE.NOT_SET` (evidence `lines`) where a line that applies has no amount,
 * and with `FEE.TARIFF_AMBIGUOUS` (evidence `lines`) where one code applies twice: nobody is charged twice by a tariff
 * whose windows overlap; with `FEE.NOT_MEASURED` where the form does not say how much a measured line is of.
 * @rule R16 R17
 */
export function assess(input: AssessmentInput): Assessment {
  const day = dayInVietnam(input.submittedAt);
  const applying = input.tariff.filter((line) => applies(line, input, day));
  assertClear(applying);
  const policies = input.policies.filter(
    (policy) => policy.kind === 'fee' && isOpen(policy, day) && isInScope(policy, input),
  );
  const lines = applying.map((line) => assessLine(line, policies, input.formData ?? {}));
  return { lines, total: sumOf(lines), due: dueOf(lines) };
}

/** What lines come to, by collection time. */
export function dueOf(lines: readonly AssessedLine[]): Record<CollectionTime, Dong> {
  const of = (time: CollectionTime): Dong => sumOf(collectedBy(lines, [time]));
  return { beforeAcceptance: of('beforeAcceptance'), onDemand: of('onDemand'), beforeReturn: of('beforeReturn') };
}

/** The lines that an order of these collection times collects. */
export const collectedBy = (lines: readonly AssessedLine[], times: readonly CollectionTime[]): AssessedLine[] =>
  lines.filter(({ collectedAt, settled }) => times.includes(collectedAt) && !settled);

export const sumOf = (lines: readonly Pick<AssessedLine, 'net'>[]): Dong =>
  lines.reduce((sum, { net }) => sum + net, 0);

const applies = (line: TariffLine, { variant, channel, applicant }: AssessmentInput, day: string): boolean =>
  isOpen(line, day) &&
  line.channels.includes(channel) &&
  (line.variant === null || line.variant === variant) &&
  (line.applicants == null || (applicant !== undefined && line.applicants.includes(applicant.kind)));

function assertClear(lines: readonly TariffLine[]): void {
  const notSet = lines.filter(({ amount }) => amount === null).map(({ code }) => code);
  if (notSet.length > 0) throw new Refusal<FeeRefusalCode>('FEE.NOT_SET', { lines: notSet });
  const codes = lines.map(({ code }) => code);
  const twice = [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
  if (twice.length > 0) throw new Refusal<FeeRefusalCode>('FEE.TARIFF_AMBIGUOUS', { lines: twice });
}

function assessLine(
  { code, kind, name, amount, collectedAt, measure = null }: TariffLine,
  policies: readonly Policy[],
  formData: Readonly<Record<string, unknown>>,
): AssessedLine {
  const set = present(amount, `line ${code} has no amount`);
  const base = measure === null ? set : measured(set, measure, formData);
  const reduction = base === 0 ? null : largest(policies.filter(({ scope }) => allows(scope.feeKinds, kind)));
  const net = reduction ? reduceBy(base, reduction.basisPoints) : base;
  return { code, kind, name, base, net, collectedAt, reduction };
}
