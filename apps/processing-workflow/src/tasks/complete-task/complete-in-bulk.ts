import { Refusal } from '@motcua/kernel';
import { type BulkHandler, type BulkItem, type Scope, sql, type Sql, type Tx } from '@motcua/platform';
import type { TaskReader } from '../../access/task-reader.js';
import type { CaseCommands } from '../../change/case-commands.js';
import type { TaskCommand } from '../../change/case-in-hand.js';
import type { ProcessingRefusalCode } from '@motcua/processing-domain';
import { CLAIM_TASK } from '../task-holding.js';
import { COMPLETE_TASK } from './complete-task.js';
import type { CompleteTaskRequest } from './complete-task.request.js';

// What the steps of the selected tasks can end with.
const outcomesOfSelected = (actionId: string): Sql => sql`
  SELECT DISTINCT o.outcome->>'code' AS outcome
  FROM bulk_item i JOIN task t ON t.id = i.target JOIN case_file c ON c.dossier_id = t.dossier_id
    CROSS JOIN LATERAL jsonb_array_elements(c.terms->'definition'->'steps') AS s (definition)
    CROSS JOIN LATERAL jsonb_array_elements(s.definition->'outcomes') AS o (outcome)
  WHERE i.action_id = ${actionId} AND s.definition->>'code' = t.step ORDER BY outcome`;

/** As the single completion is asked, but for the results; the outcome is the action's own where none is given. */
interface CompletionOfMany extends Omit<CompleteTaskRequest, 'outcome' | 'results'> {
  readonly outcome?: string;
  readonly takeFirst?: boolean;
}

/** Completes each of many tasks with one outcome. Results are signed one by one: an officer reads what they sign. */
export class CompleteInBulk implements BulkHandler<CompletionOfMany> {
  readonly scope: Scope = 'case.work';

  constructor(
    readonly action: 'forward' | 'approve',
    private readonly commands: CaseCommands,
    private readonly tasks: TaskReader,
  ) {}

  /** @throws Refusal TASK.OUTCOME_UNKNOWN where none of the selected tasks can end so */
  async assertSelection(tx: Tx, actionId: string, { outcome = this.action }: CompletionOfMany): Promise<void> {
    const rows = await tx.query<{ outcome: string }>(outcomesOfSelected(actionId));
    const allowedOutcomes = rows.map((row) => row.outcome);
    if (rows.length === 0 || allowedOutcomes.includes(outcome)) return;
    throw new Refusal<ProcessingRefusalCode>('TASK.OUTCOME_UNKNOWN', { outcome, allowedOutcomes }, [
      {
        pointer: '/outcome',
        code: 'OUTCOME_UNKNOWN',
        detail: {
          vi: `Các việc này chỉ có các kết quả: ${allowedOutcomes.join(', ')}.`,
          en: `These tasks have only: ${allowedOutcomes.join(', ')}.`,
        },
      },
    ]);
  }

  async execute(tx: Tx, { target, actor, parameters }: BulkItem<CompletionOfMany>): Promise<Record<string, unknown>> {
    const { takeFirst, ...asked } = { outcome: this.action, ...parameters };
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope };
    const version = takeFirst === true ? await this.claimed(tx, command) : target.version;
    const { body } = await this.commands.apply(tx, COMPLETE_TASK, { ...command, version, asked, inBulk: true });
    const { code, step, outcome, etag, case: dossier } = body;
    return { code, step, outcome, etag, caseStatus: dossier.status };
  }

  private async claimed(tx: Tx, command: TaskCommand): Promise<number> {
    const row = await this.tasks.find(tx, command.taskId);
    if (row.state !== 'open' || row.holder_subject !== null) return command.version;
    await this.commands.apply(tx, CLAIM_TASK, command);
    return command.version + 1;
  }
}
