import { withOffset } from '@motcua/kernel';
import { Flag, InstantText, JsonObject, ListOf, Nested, OneOf, Text, TextList, Uuid, Whole } from '@motcua/platform';
import {
  allowedActionsFor,
  type Caller,
  CASE_STATUSES,
  type CaseState,
  countsAsOverdue,
  type CaseTask,
  DECISIONS,
  leadingTask,
  outcomesOfTask,
  resultKindsOf,
  stepOf,
} from '@motcua/processing-domain';
import type { StoredCase } from '../persistence/stored-case.js';
import { ApologyView, apologyView } from './apology.view.js';
import { CurrentTaskView } from './current-task.view.js';
import { NamedCodeView } from './named-code.view.js';
import { ResultKindView } from './result-kind.view.js';
import { FeeDemandView, feeDemandView } from './fee-demand.view.js';
import { SupplementView, supplementView } from './supplement.view.js';

/** The processing of a dossier, from its acceptance until it is processed. */
export class CaseView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @OneOf(CASE_STATUSES) readonly status!: string;
  @Nested(() => NamedCodeView) readonly procedure!: NamedCodeView;
  @Whole({ min: 1, description: 'The version in force at acceptance, which binds term and process (R14)' })
  readonly procedureVersion!: number;
  @JsonObject({
    description:
      'procedure, version and revision of the process definition that the case follows; revision null: the built-in one, or saved by an earlier release',
  })
  readonly definition!: {
    readonly procedure: string;
    readonly version: number;
    readonly revision: number | null;
    readonly name: string;
  };
  @Text() readonly variant!: string;
  @Text() readonly channel!: string;
  @Text() readonly receivingAgency!: string;
  @Text() readonly competentAgency!: string;
  @InstantText() readonly acceptedAt!: string;
  @InstantText({ nullable: true }) readonly startedAt!: string | null;
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
  @InstantText({ nullable: true, description: 'Null while a supplement or a payment pauses the clock' })
  readonly statutoryDueAt!: string | null;
  @InstantText({ nullable: true, description: 'Null while a supplement or a payment pauses the clock' })
  readonly promisedDueAt!: string | null;
  @ListOf(() => ApologyView, { description: 'Apologies for lateness; they move no due date (R13)' })
  readonly apologies!: readonly ApologyView[];
  @Flag({ description: 'A second supplement was asked for: Decision 766 counts the dossier as overdue (R10)' })
  readonly countsAsOverdue!: boolean;
  @OneOf(DECISIONS, { nullable: true }) readonly decision!: string | null;
  @Nested(() => CurrentTaskView, {
    nullable: true,
    description: 'The open task of the step itself, or the only one; null while several agencies are consulted',
  })
  readonly currentTask!: CurrentTaskView | null;
  @ListOf(() => CurrentTaskView, { description: 'One, or one for each agency that is still consulted' })
  readonly openTasks!: readonly CurrentTaskView[];
  @ListOf(() => SupplementView) readonly supplements!: readonly SupplementView[];
  @ListOf(() => FeeDemandView) readonly feeDemands!: readonly FeeDemandView[];
  @ListOf(() => ResultKindView, { description: 'Possible results of the procedure, and the letter of refusal' })
  readonly possibleResults!: readonly ResultKindView[];
  @TextList({ description: 'Commands that the case currently allows to the caller (R23)' })
  readonly allowedActions!: readonly string[];
}

const orNull = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);

function openTask({ terms }: CaseState, task: CaseTask, version: number): CurrentTaskView {
  const step = stepOf(terms.definition, task.step);
  return {
    id: task.id,
    kind: task.kind,
    step: { code: step.code, name: step.name },
    role: task.role,
    agency: task.agency,
    holder: task.holder,
    stepDueAt: orNull(task.dueAt),
    outcomes: outcomesOfTask(step, task.kind).map(({ code }) => code),
    question: task.question ?? null,
    etag: `"${version}"`,
  };
}

/** @param caller who reads it, and is told what they may do */
export function caseView({ state, tasks }: StoredCase, caller: Caller, now: Temporal.Instant): CaseView {
  const leading = leadingTask(state);
  const openTasks = state.tasks.map((task) => openTask(state, task, tasks.get(task.id)?.version ?? 0));
  const { terms, due } = state;
  const { procedure, version, revision, name } = terms.definition;
  return {
    dossierId: state.dossierId,
    code: state.code,
    status: state.status,
    procedure: { code: terms.procedure.code, name: terms.procedure.name },
    procedureVersion: terms.procedure.version,
    definition: { procedure, version, revision: revision ?? null, name },
    variant: terms.variant,
    channel: terms.channel,
    receivingAgency: terms.receivingAgency,
    competentAgency: terms.competentAgency,
    acceptedAt: withOffset(state.acceptedAt),
    startedAt: orNull(state.startedAt),
    endedAt: orNull(state.endedAt),
    statutoryDueAt: orNull(due.statutory),
    promisedDueAt: orNull(due.promised),
    apologies: state.apologies.map(apologyView),
    countsAsOverdue: countsAsOverdue(state),
    decision: state.decision,
    currentTask: openTasks.find(({ id }) => id === leading?.id) ?? (openTasks.length === 1 ? openTasks[0]! : null),
    openTasks,
    supplements: state.supplements.map(supplementView),
    feeDemands: state.feeDemands.map(feeDemandView),
    possibleResults: resultKindsOf(state),
    allowedActions: allowedActionsFor(state, caller, now),
  };
}
