import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Answer, type CommandKind, type Queries, sql } from '@motcua/platform';
import { type CaseState, planMove, type PlannedMove, type ProcessDefinition } from '@motcua/processing-domain';
import { Cases } from '../../persistence/cases.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import {
  countsAfter,
  type ItemRow,
  type MoveChange,
  type MoveRow,
  NO_ITEMS,
  PROCESS_MOVE,
} from '../../persistence/process-moves.js';
import { theMove } from './move-answer.js';
import type { ProcessMoveView } from './process-move.view.js';
import type { WorkflowCode } from '../../problems.js';

interface PlanMove {
  /** Of the move that is planned. */
  readonly id: string;
  readonly procedure: string;
  readonly version: number;
  readonly steps: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly actor: string;
}

type Planned = Pick<CaseState, 'dossierId' | 'code'> & PlannedMove;

interface PlanFacts {
  readonly definition: ProcessDefinition;
  readonly cases: readonly Planned[];
}

const MOST = 10_000;
const PAGE = 500;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Plans a move: what would happen to every running case of the procedure; nothing happens to any (R14). */
@Injectable()
export class PlanMoves implements CommandKind<PlanMove, PlanFacts, MoveChange, ProcessMoveView> {
  readonly aggregate = PROCESS_MOVE;

  constructor(
    private readonly definitions: ProcessDefinitions,
    private readonly cases: Cases,
  ) {}

  about({ id }: PlanMove): string {
    return `processMove/${id}`;
  }

  async facts(queries: Queries, commands: readonly PlanMove[]): Promise<(PlanFacts | Refusal<WorkflowCode>)[]> {
    const found: (PlanFacts | Refusal<WorkflowCode>)[] = [];
    for (const command of commands) found.push(await this.factsOf(queries, command));
    return found;
  }

  /** @throws Refusal PROCESS.MOVE_INVALID */
  decide({ definition, cases }: PlanFacts, command: PlanMove, at: Temporal.Instant): MoveChange {
    const { id, procedure, version, steps, reason, actor } = command;
    assertStepsExist(definition, steps);
    const after: MoveRow = {
      id,
      version: 1,
      procedure_code: procedure,
      definition,
      steps,
      reason,
      created_by: actor,
      created_at: at,
    };
    const detail = { procedure, version, revision: definition.revision ?? null, reason };
    const items = cases.map((one) => ({ before: null, after: itemOf(id, one) }));
    return { before: null, after, at, actor, action: 'planned', detail, items, cases: [] };
  }

  answer(change: MoveChange): Answer<ProcessMoveView> {
    return theMove(change.after, countsAfter(NO_ITEMS, change.items));
  }

  private async factsOf(
    queries: Queries,
    { procedure, version, steps }: PlanMove,
  ): Promise<PlanFacts | Refusal<WorkflowCode>> {
    const definition = await this.definitions.inForce(queries, procedure, version);
    const cases: Planned[] = [];
    for (let after = NIL; ;) {
      const rows = await queries.query<{ dossier_id: string }>(sql`
        SELECT dossier_id FROM case_file
        WHERE procedure_code = ${procedure} AND ended_at IS NULL AND dossier_id > ${after}::uuid
        ORDER BY dossier_id LIMIT ${PAGE}::int`);
      const ids = rows.map((row) => row.dossier_id);
      if (cases.length + ids.length > MOST) return new Refusal<WorkflowCode>('PROCESS.MOVE_TOO_LARGE', { most: MOST });
      // Planned at once: of ten thousand cases only what is planned is remembered.
      for (const state of await this.cases.states(queries, ids)) {
        const { dossierId, code } = state;
        cases.push({ dossierId, code, ...planMove(state, { definition, steps }) });
      }
      const last = ids.at(-1);
      if (last === undefined || ids.length < PAGE) return { definition, cases };
      after = last;
    }
  }
}

const itemOf = (moveId: string, { dossierId, code, from, to, whyNot }: Planned): ItemRow => ({
  move_id: moveId,
  dossier_id: dossierId,
  code,
  state: whyNot === null ? 'planned' : 'immovable',
  from_step: from,
  to_step: to,
  why_not: whyNot,
  before: null,
  task_id: null,
});

/** @throws Refusal PROCESS.MOVE_INVALID for a step that the new definition does not have */
function assertStepsExist(definition: ProcessDefinition, mapping: Readonly<Record<string, string>>): void {
  const known = definition.steps.map(({ code }) => code);
  const faults = Object.values(mapping).flatMap((to, i) =>
    known.includes(to)
      ? []
      : [
          {
            pointer: `/steps/${i}/to`,
            code: 'PROCESS.STEP_UNKNOWN',
            detail: {
              vi: `Quy trình mới chỉ có: ${known.join(', ')}.`,
              en: `The new process has: ${known.join(', ')}.`,
            },
          },
        ],
  );
  if (faults.length > 0) throw new Refusal<WorkflowCode>('PROCESS.MOVE_INVALID', { allowedSteps: known }, faults);
}
