import { withOffset } from '@motcua/kernel';
import { InstantText, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { SILENCES } from '@motcua/processing-domain';
import type { TaskRow } from '../../persistence/task-row.js';
import { NamedCodeView } from '../../views/named-code.view.js';
import { OfficerView } from '../../views/officer.view.js';

const STATES = ['asked', 'answered', 'unanswered'] as const;

/** What a consulted agency was asked, and what it answered. */
export class OpinionView {
  @Uuid({ description: 'The task by which it was asked' }) readonly taskId!: string;
  @Nested(() => NamedCodeView) readonly step!: NamedCodeView;
  @Text() readonly agency!: string;
  @OneOf(STATES, { description: 'unanswered: the case went on, or ended, without it' }) readonly state!: string;
  @Text({ nullable: true, description: 'Question of an officer beyond the process; null where the step itself asks' })
  readonly question!: string | null;
  @InstantText() readonly askedAt!: string;
  @InstantText({ nullable: true, description: 'By when an answer is due' }) readonly dueAt!: string | null;
  @InstantText({ nullable: true }) readonly answeredAt!: string | null;
  @Nested(() => OfficerView, { nullable: true }) readonly officer!: OfficerView | null;
  @Text({ nullable: true, description: 'Code of the opinion' }) readonly opinion!: string | null;
  @OneOf(SILENCES, {
    nullable: true,
    description: 'Meaning of the silence of an agency that let its time pass; null where it did not',
  })
  readonly silence!: string | null;
  @Text({ nullable: true, description: 'Of the opinion; or why an officer closed the question' })
  readonly reason!: string | null;
  @Text({ nullable: true }) readonly comment!: string | null;
}

const STATE_OF = { open: 'asked', done: 'answered', cancelled: 'unanswered' } as const;

export const opinionView = (row: TaskRow): OpinionView => ({
  taskId: row.id,
  step: { code: row.step, name: row.step_name },
  agency: row.agency,
  question: row.question,
  state: STATE_OF[row.state],
  askedAt: withOffset(row.opened_at),
  dueAt: row.step_due_at && withOffset(row.step_due_at),
  answeredAt: row.state === 'done' ? row.closed_at && withOffset(row.closed_at) : null,
  officer: row.holder_subject === null ? null : { subject: row.holder_subject, name: row.holder_name ?? '' },
  opinion: row.state === 'done' ? row.outcome : null,
  silence: row.state === 'cancelled' ? row.outcome : null,
  reason: row.reason,
  comment: row.comment,
});
