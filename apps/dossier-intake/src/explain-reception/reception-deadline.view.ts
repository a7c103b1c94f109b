import { type Language, withOffset } from '@motcua/kernel';
import { Flag, InstantText, ListOf, OneOf, Text, Uuid } from '@motcua/platform';
import { ReceptionAdjustmentView } from './reception-adjustment.view.js';
import { ReceptionRunView } from './reception-run.view.js';

/** Until when the one-stop must have received a dossier, and why (R6, R12, promise 6). */
export class ReceptionDeadlineView {
  @Uuid() readonly dossierId!: string;
  @OneOf(['none', 'running', 'ended'], { description: 'none: it has not begun, or the dossier did not come online' })
  readonly state!: string;
  @InstantText({ nullable: true, description: 'Original deadline' }) readonly originalDueAt!: string | null;
  @InstantText({ nullable: true, description: 'Current deadline, or the last one' }) readonly dueAt!: string | null;
  @Flag({ description: 'True once the deadline has passed, also if it ended late' }) readonly overdue!: boolean;
  @ListOf(() => ReceptionRunView) readonly runs!: readonly ReceptionRunView[];
  @ListOf(() => ReceptionAdjustmentView) readonly adjustments!: readonly ReceptionAdjustmentView[];
  @Text({ description: "The rule, in the caller's language" }) readonly explanation!: string;
}

export interface ReceptionRun {
  readonly n: number;
  readonly afterStatus: string;
  readonly startedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
  readonly overdueAt: Temporal.Instant | null;
}

const RULE: Readonly<Record<Language, string>> = {
  vi: 'Hồ sơ trực tuyến phải được tiếp nhận, từ chối hoặc yêu cầu bổ sung trong 8 giờ làm việc theo lịch của cơ quan tiếp nhận, tính từ khi nộp, từ khi nộp phí, lệ phí nếu phải nộp trước, hoặc từ khi bổ sung xong.',
  en: "An online dossier is accepted, refused or sent back within 8 working hours on the receiving agency's calendar: from its submission, from the payment where the fee is due first, or from the completed supplement.",
};

const SINCE: Readonly<Record<string, string>> = { paymentRequired: 'payment', supplementRequired: 'supplement' };
const MOVED: Readonly<Record<string, string>> = {
  paymentRequired: 'Đã nộp phí, lệ phí: tính lại 8 giờ làm việc',
  supplementRequired: 'Đã bổ sung hồ sơ: tính lại 8 giờ làm việc',
};

const orNull = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);

const runView = (run: ReceptionRun): ReceptionRunView => ({
  number: run.n,
  since: SINCE[run.afterStatus] ?? 'submission',
  startedAt: withOffset(run.startedAt),
  dueAt: withOffset(run.dueAt),
  endedAt: orNull(run.endedAt),
  endedBy: run.endedBy,
  overdueRecordedAt: orNull(run.overdueAt),
});

const adjustmentsOf = (runs: readonly ReceptionRun[]): ReceptionAdjustmentView[] =>
  runs.slice(1).map((run, i) => ({
    rule: 'R6',
    reason: MOVED[run.afterStatus] ?? 'Tính lại 8 giờ làm việc',
    at: withOffset(run.startedAt),
    previousDueAt: withOffset((runs[i] as ReceptionRun).dueAt),
    dueAt: withOffset(run.dueAt),
  }));

export function receptionDeadlineView(
  dossierId: string,
  runs: readonly ReceptionRun[],
  { language, now }: { readonly language: Language; readonly now: Temporal.Instant },
): ReceptionDeadlineView {
  const last = runs.at(-1);
  return {
    dossierId,
    state: last ? (last.endedAt ? 'ended' : 'running') : 'none',
    originalDueAt: orNull(runs[0]?.dueAt ?? null),
    dueAt: orNull(last?.dueAt ?? null),
    overdue: last !== undefined && Temporal.Instant.compare(last.dueAt, last.endedAt ?? now) < 0,
    runs: runs.map(runView),
    adjustments: adjustmentsOf(runs),
    explanation: RULE[language],
  };
}
