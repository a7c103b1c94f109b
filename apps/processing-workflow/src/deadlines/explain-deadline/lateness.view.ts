import { withOffset } from '@motcua/kernel';
import { InstantText, OneOf, Text } from '@motcua/platform';
import type { OverdueKind } from '@motcua/processing-domain';
import type { LatenessRow } from '../../persistence/lateness.js';

const RULES: Readonly<Record<OverdueKind, string>> = { processing: 'R18', step: 'R12', secondSupplement: 'R10' };

/** That the case was late: recorded once, and kept as it was. */
export class LatenessView {
  @OneOf(['processing', 'step', 'secondSupplement']) readonly kind!: OverdueKind;
  @Text({ description: 'Number of the rule' }) readonly rule!: string;
  @OneOf(['statutory', 'promised'], { nullable: true }) readonly track!: string | null;
  @Text({ nullable: true, description: 'Code of the step' }) readonly step!: string | null;
  @InstantText({ description: 'From when on it was late' }) readonly dueAt!: string;
  @InstantText() readonly recordedAt!: string;
}

export const latenessView = ({ kind, track, step, due_at, at }: LatenessRow): LatenessView => ({
  kind,
  rule: RULES[kind],
  track,
  step,
  dueAt: withOffset(due_at),
  recordedAt: withOffset(at),
});
