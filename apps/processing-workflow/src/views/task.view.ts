import { withOffset } from '@motcua/kernel';
import { Flag, InstantText, Nested, OneOf, Text, Uuid } from '@motcua/platform';
import { TASK_KINDS } from '@motcua/processing-domain';
import { officerOrNull, type TaskRow } from '../persistence/task-row.js';
import { NamedCodeView } from './named-code.view.js';
import { OfficerView } from './officer.view.js';

/** A task of the work list. */
export class TaskView {
  @Uuid() readonly id!: string;
  @Uuid() readonly dossierId!: string;
  @Text({ description: "The dossier's code" }) readonly code!: string;
  @Nested(() => NamedCodeView) readonly procedure!: NamedCodeView;
  @Nested(() => NamedCodeView) readonly step!: NamedCodeView;
  @OneOf(TASK_KINDS, { description: "The step's own work, or the opinion of a consulted agency" })
  readonly kind!: string;
  @Text({ description: 'The role that the step is for' }) readonly role!: string;
  @Text() readonly agency!: string;
  @Text({ description: 'open, done or cancelled' }) readonly state!: string;
  @Nested(() => OfficerView, { nullable: true }) readonly holder!: OfficerView | null;
  @Nested(() => OfficerView, {
    nullable: true,
    description: 'The officer who is away and for whom the holder stands in, or stood in when the task was ended',
  })
  readonly onBehalfOf!: OfficerView | null;
  @InstantText() readonly openedAt!: string;
  @InstantText({ nullable: true }) readonly claimedAt!: string | null;
  @InstantText({ nullable: true }) readonly closedAt!: string | null;
  @InstantText({ nullable: true, description: 'The promised date; null while a supplement pauses the clock' })
  readonly dueAt!: string | null;
  @InstantText({ nullable: true, description: "By when the step's own term wants it done" })
  readonly stepDueAt!: string | null;
  @Flag() readonly overdue!: boolean;
  @Text({ nullable: true }) readonly outcome!: string | null;
  @Text({ nullable: true }) readonly reason!: string | null;
  @Text({ nullable: true }) readonly comment!: string | null;
  @Text({ nullable: true, description: 'Question of an officer beyond the process; null where the step itself asks' })
  readonly question!: string | null;
  @Text({ description: 'ETag for If-Match' }) readonly etag!: string;
}

const orNull = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);

/** As plain data, which a detailed view spreads. */
export const taskView = (row: TaskRow, now: Temporal.Instant): Pick<TaskView, keyof TaskView> => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  procedure: { code: row.procedure_code, name: row.procedure_name },
  step: { code: row.step, name: row.step_name },
  kind: row.kind,
  role: row.role,
  agency: row.agency,
  state: row.state,
  holder: row.holder_subject === null ? null : { subject: row.holder_subject, name: row.holder_name ?? '' },
  onBehalfOf: officerOrNull(row.on_behalf_of_subject, row.on_behalf_of_name),
  openedAt: withOffset(row.opened_at),
  claimedAt: orNull(row.claimed_at),
  closedAt: orNull(row.closed_at),
  dueAt: row.paused ? null : withOffset(row.due_at),
  stepDueAt: orNull(row.step_due_at),
  overdue: !row.paused && Temporal.Instant.compare(row.due_at, row.closed_at ?? now) < 0,
  outcome: row.outcome,
  reason: row.reason,
  comment: row.comment,
  question: row.question,
  etag: `"${row.version}"`,
});
