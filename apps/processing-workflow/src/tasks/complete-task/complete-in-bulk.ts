import { Refusal } from '@motcua/kernel';
import type { BulkHandler, BulkItem, BulkTarget, Scope, Tx, BulkCode } from '@motcua/platform';
import { outcomeFor, type ProcessingRefusalCode } from '@motcua/processing-domain';
import type { CompleteTaskRequest } from './complete-task.request.js';
import type { CompleteTask } from './complete-task.use-case.js';
import type { HoldTask } from '../hold-task/hold-task.use-case.js';
import type { CaseStore } from '../../persistence/case-store.js';
import type { TaskReader } from '../../access/task-reader.js';

// What the steps of the selected tasks can end with.
const OUTCOMES = `
  SELECT DISTINCT o.outcome->>'code' AS outcome
  FROM bulk_item i JOIN task t ON t.id = i.target JOIN case_file c ON c.dossier_id = t.dossier_id
    CROSS JOIN LATERAL jsonb_array_elements(c.terms->'definition'->'steps') AS s (definition)
    CROSS JOIN LATERAL jsonb_array_elements(s.definition->'outcomes') AS o (outcome)
  WHERE i.action_id = $1 AND s.definition->>'code' = t.step ORDER BY outcome`;

export interface CompletionParts {
  readonly completion: CompleteTask;
  readonly holding: HoldTask;
  readonly tasks: TaskReader;
  readonly cases: CaseStore;
}

/** Ends each of many tasks with one outcome. Signing is done one by one: who signs reads what they sign. */
export class CompleteInBulk implements BulkHandler {
  readonly scope: Scope = 'case.work';

  constructor(
    readonly action: 'forward' | 'approve',
    private readonly parts: CompletionParts,
  ) {}

  /** @throws Refusal TASK.OUTCOME_UNKNOWN where none of the selected tasks can end so */
  async assertSelection(
    tx: Tx,
    actionId: string,
    { outcome = this.action }: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const rows = await tx.query<{ outcome: string }>(OUTCOMES, [actionId]);
    const allowedOutcomes = rows.map((row) => row.outcome);
    if (rows.length === 0 || allowedOutcomes.includes(String(outcome))) return;
    throw new Refusal<ProcessingRefusalCode>('TASK.OUTCOME_UNKNOWN', { outcome, allowedOutcomes }, [
      {
        pointer: '/outcome',
        code: 'OUTCOME_UNKNOWN',
        detail: {
          vi: `Các việc này chỉ có: ${allowedOutcomes.join(', ')}.`,
          en: `These tasks have only: ${allowedOutcomes.join(', ')}.`,
        },
      },
    ]);
  }

  async execute(tx: Tx, { target, actor, parameters }: BulkItem): Promise<Record<string, unknown>> {
    const { takeFirst, ...asked } = { outcome: this.action, ...parameters } as CompleteTaskRequest & {
      takeFirst?: boolean;
    };
    await this.refuseSigning(tx, target, asked);
    const command = { taskId: target.id, version: target.version, actor, scope: this.scope };
    const version = takeFirst === true ? await this.taken(tx, command) : target.version;
    const { body } = await this.parts.completion.execute(tx, { ...command, version }, asked);
    const { code, step, outcome, etag, case: dossier } = body;
    return { code, step, outcome, etag, caseStatus: dossier.status };
  }

  private async taken(tx: Tx, command: Parameters<HoldTask['claim']>[1]): Promise<number> {
    const row = await this.parts.tasks.find(tx, command.taskId);
    if (row.state !== 'open' || row.holder_subject !== null) return command.version;
    await this.parts.holding.claim(tx, command);
    return command.version + 1;
  }

  private async refuseSigning(tx: Tx, { id }: BulkTarget, asked: CompleteTaskRequest): Promise<void> {
    const row = await this.parts.tasks.find(tx, id);
    const stored = await this.parts.cases.read(tx, row.dossier_id);
    if (!stored || row.state !== 'open') return;
    if (outcomeFor(stored.state, row.step, asked).signs !== true) return;
    throw new Refusal<BulkCode>('BULK.ONE_BY_ONE', { step: row.step, outcome: asked.outcome }, [], {
      vi: 'Ký số phải làm từng hồ sơ.',
      en: 'Results are signed one by one.',
    });
  }
}
