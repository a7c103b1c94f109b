import { withOffset } from '@motcua/kernel';
import { InstantText, ListOf, OneOf, Text } from '@motcua/platform';
import { type CaseState, stepOf } from '@motcua/processing-domain';
import type { FurtherAdjustmentRow } from '../../persistence/further-adjustments.js';
import { officerOrNull } from '../../persistence/task-row.js';
import { FurtherAdjustmentView } from './further-adjustment.view.js';

/** A deadline besides the case's own: of a supplement (R9), or of an open step. */
export class FurtherDeadlineView {
  @OneOf(['supplement', 'step']) readonly kind!: 'supplement' | 'step';
  @Text({ description: 'Number of the supplement, or id of the task' }) readonly subject!: string;
  @Text({ description: 'Subject' }) readonly name!: string;
  @InstantText({ description: 'When it began to run' }) readonly since!: string;
  @InstantText() readonly originalDueAt!: string;
  @InstantText() readonly dueAt!: string;
  @InstantText({ nullable: true, description: 'When it was met' }) readonly completedAt!: string | null;
  @ListOf(() => FurtherAdjustmentView) readonly adjustments!: readonly FurtherAdjustmentView[];
}

interface Bare extends Pick<FurtherDeadlineView, 'kind' | 'subject' | 'name'> {
  readonly since: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly completedAt: Temporal.Instant | null;
}

const supplementsOf = ({ supplements }: CaseState): Bare[] =>
  supplements.map(({ number, requestedAt, deadlineAt, completedAt }) => ({
    kind: 'supplement',
    subject: String(number),
    name: `Bổ sung lần ${number}`,
    since: requestedAt,
    dueAt: deadlineAt,
    completedAt,
  }));

const stepsOf = ({ tasks, terms }: CaseState): Bare[] =>
  tasks.flatMap(({ id, step, openedAt, dueAt }) => {
    const { name } = stepOf(terms.definition, step);
    return dueAt ? [{ kind: 'step', subject: id, name, since: openedAt, dueAt, completedAt: null } as const] : [];
  });

/** Each with its original date, the one that stands, and every move. */
export const furtherDeadlines = (state: CaseState, rows: readonly FurtherAdjustmentRow[]): FurtherDeadlineView[] =>
  [...supplementsOf(state), ...stepsOf(state)].map(({ since, dueAt, completedAt, ...one }) => {
    const moves = rows.filter(({ kind, subject }) => kind === one.kind && subject === one.subject);
    return {
      ...one,
      since: withOffset(since),
      originalDueAt: withOffset(moves[0]?.previous_due_at ?? dueAt),
      dueAt: withOffset(dueAt),
      completedAt: completedAt && withOffset(completedAt),
      adjustments: moves.map((row) => ({
        rule: row.rule,
        reason: row.reason,
        at: withOffset(row.at),
        by: officerOrNull(row.by_subject, row.by_name),
        previousDueAt: withOffset(row.previous_due_at),
        dueAt: withOffset(row.due_at),
      })),
    };
  });
