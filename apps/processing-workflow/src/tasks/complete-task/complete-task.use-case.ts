import { Injectable } from '@nestjs/common';
import { type Answer, created, type Tx } from '@motcua/platform';
import { completeTask, type Officer, outcomeFor, standsAt } from '@motcua/processing-domain';
import { Assignees } from '../../change/assignees.js';
import { ChangeTask, type TaskCommand, type TaskInHand } from '../../change/change-task.js';
import { Openings } from '../../change/openings.js';
import { listResults, standing } from '../../persistence/case-results.js';
import { CaseStore } from '../../persistence/case-store.js';
import { TaskReader } from '../../access/task-reader.js';
import { SignResults } from '../../signing/sign-results.use-case.js';
import { caseView } from '../../views/case.view.js';
import { taskView } from '../../views/task.view.js';
import type { CompletedTaskView } from '../../views/completed-task.view.js';
import type { CompleteTaskRequest } from './complete-task.request.js';

/** Ends a task: the outcome chooses the next step, signs the results, or completes the case. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly change: ChangeTask,
    private readonly cases: CaseStore,
    private readonly assignees: Assignees,
    private readonly signing: SignResults,
    private readonly openings: Openings,
    private readonly tasks: TaskReader,
  ) {}

  async execute(tx: Tx, command: TaskCommand, request: CompleteTaskRequest): Promise<Answer<CompletedTaskView>> {
    const inHand = await this.change.take(tx, command);
    const { stored, task, officer, now } = inHand;
    const { outcome, reason, comment } = request;
    const results = await listResults(tx, stored.state.dossierId);
    const { outcome: chosen, ...decided } = completeTask(
      stored.state,
      { taskId: task.id, officer, outcome, reason },
      standing(results),
      {
        ...(await this.openings.of(tx, stored.state, now)),
        assignee: await this.nextAssignee(tx, inHand, request),
      },
    );
    const issued =
      chosen.signs === true
        ? await this.signing.execute(tx, stored, results, { actor: command.actor, officer, now })
        : [];
    const saved = await this.cases.save(
      tx,
      stored,
      { state: decided.state, facts: [...issued, ...decided.facts] },
      {
        at: now,
        actor: officer.subject,
        action: 'completeTask',
        detail: {
          step: task.step,
          outcome,
          next: standsAt(decided.state),
          results: issued.length,
          // Who did it is the actor; for whom is kept beside it.
          ...(task.onBehalfOf && { onBehalfOf: task.onBehalfOf.subject }),
        },
        closure: { taskId: task.id, outcome, reason, comment },
      },
    );
    const row = await this.tasks.find(tx, task.id);
    return created({ ...taskView(row, now), case: caseView(saved) }, { version: row.version });
  }

  private async nextAssignee(
    tx: Tx,
    { stored, task, now }: TaskInHand,
    request: CompleteTaskRequest,
  ): Promise<Officer | undefined> {
    const { nextAssignee, outcome, reason } = request;
    if (nextAssignee === undefined) return undefined;
    const { to } = outcomeFor(stored.state, task.step, { outcome, reason });
    if (to === null) return undefined;
    return this.assignees.ofStep(tx, nextAssignee, { terms: stored.state.terms, code: to }, now, '/nextAssignee');
  }
}
