import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, newId, Refusal } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import {
  beforeMove,
  moveBack,
  moveToProcess,
  planMove,
  type ProcessDefinition,
  sameDefinition,
  standsAt,
} from '@motcua/processing-domain';
import { Openings } from '../../change/openings.js';
import { CaseStore } from '../../persistence/case-store.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import { type ItemRow, type ItemState, type MoveRow, ProcessMoves } from './process-moves.js';
import type { WorkflowCode } from '../../problems.js';

export interface PlanCommand {
  readonly procedure: string;
  readonly version: number;
  readonly steps: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly actor: string;
}

const MOST = 10_000;
const PAGE = 500;
/** Cases that one request moves: one transaction, and no longer wait for who works on one of them. */
const AT_ONCE = 200;

const RUNNING = `
  SELECT dossier_id FROM case_file WHERE procedure_code = $1 AND ended_at IS NULL AND dossier_id > $2
  ORDER BY dossier_id LIMIT $3`;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Moves running cases to another definition: planned first, then applied, and undone as long as nobody has gone on (R14). */
@Injectable()
export class MoveCases {
  constructor(
    private readonly moves: ProcessMoves,
    private readonly definitions: ProcessDefinitions,
    private readonly cases: CaseStore,
    private readonly openings: Openings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What would happen to every running case of the procedure; nothing happens to any. @throws Refusal PROCESS.MOVE_INVALID */
  async plan(tx: Tx, { procedure, version, steps, reason, actor }: PlanCommand): Promise<MoveRow> {
    const definition = await this.definitions.inForce(tx, procedure, version);
    assertStepsExist(definition, steps);
    const move = {
      id: newId(),
      procedure_code: procedure,
      definition,
      steps,
      reason,
      created_by: actor,
      created_at: this.clock.now(),
    };
    await this.moves.add(tx, move);
    await this.planAll(tx, move);
    this.record(tx, move, actor, 'planMove', { procedure, version, revision: definition.revision ?? null, reason });
    return { ...move, version: 1 };
  }

  /** Moves the next planned cases; called again it goes on with those that are left. */
  async apply(tx: Tx, id: string, seen: number, actor: string): Promise<MoveRow> {
    const move = await this.moves.take(tx, id, seen);
    for (const item of await this.moves.next(tx, id, 'planned', AT_ONCE)) await this.applyOne(tx, move, item, actor);
    this.record(tx, move, actor, 'applyMove', await this.moves.counts(tx, id));
    return move;
  }

  /** Takes the next moved cases back to what they followed; those that have gone on since stay. */
  async undo(tx: Tx, id: string, seen: number, actor: string, reason: string): Promise<MoveRow> {
    const move = await this.moves.take(tx, id, seen);
    for (const item of await this.moves.next(tx, id, 'moved', AT_ONCE))
      await this.undoOne(tx, move, item, actor, reason);
    this.record(tx, move, actor, 'undoMove', { reason, ...(await this.moves.counts(tx, id)) });
    return move;
  }

  private async planAll(tx: Tx, move: Omit<MoveRow, 'version'>): Promise<void> {
    let after = NIL;
    for (let planned = 0; ; planned += PAGE) {
      const rows = await tx.query<{ dossier_id: string }>(RUNNING, [move.procedure_code, after, PAGE]);
      if (rows.length === 0) return;
      if (planned + rows.length > MOST) throw new Refusal<WorkflowCode>('PROCESS.MOVE_TOO_LARGE', { most: MOST });
      for (const { dossier_id } of rows) {
        const stored = await this.cases.read(tx, dossier_id);
        if (stored) await this.moves.addItem(tx, move.id, stored.state, planMove(stored.state, move));
        after = dossier_id;
      }
    }
  }

  private async applyOne(tx: Tx, move: MoveRow, item: ItemRow, actor: string): Promise<void> {
    const settle = (state: ItemState, more = {}): Promise<void> =>
      this.moves.settle(tx, move.id, item.dossier_id, state, more);
    const stored = await this.cases.lock(tx, item.dossier_id);
    const plan = planMove(stored.state, move);
    // What has happened since the plan was shown is nothing that anybody agreed to.
    if (plan.whyNot !== null || plan.from !== item.from_step || plan.to !== item.to_step) return settle('changed');
    const now = this.clock.now();
    const decided = moveToProcess(stored.state, move, await this.openings.of(tx, stored.state, now));
    await this.cases.save(tx, stored, decided, {
      at: now,
      actor,
      action: 'moveProcess',
      detail: { move: move.id, reason: move.reason, ...steps(stored.state, decided.state) },
    });
    const [task] = decided.state.tasks;
    await settle('moved', { before: beforeMove(stored.state), ...(task && { taskId: task.id }) });
  }

  private async undoOne(tx: Tx, move: MoveRow, item: ItemRow, actor: string, reason: string): Promise<void> {
    const stored = await this.cases.lock(tx, item.dossier_id);
    const { state } = stored;
    const isAsMoved = sameDefinition(state.terms.definition, move.definition) && state.tasks[0]?.id === item.task_id;
    if (!isAsMoved || !item.before) return this.moves.settle(tx, move.id, item.dossier_id, 'goneOn');
    const now = this.clock.now();
    const decided = moveBack(state, item.before, await this.openings.of(tx, state, now));
    await this.cases.save(tx, stored, decided, {
      at: now,
      actor,
      action: 'undoMoveProcess',
      detail: { move: move.id, reason, ...steps(state, decided.state) },
    });
    await this.moves.settle(tx, move.id, item.dossier_id, 'undone');
  }

  private record(tx: Tx, { id }: { id: string }, actor: string, action: string, detail: object): void {
    tx.record({ aggregate: `process-move/${id}`, at: this.clock.now(), actor, action, detail: { ...detail } });
  }
}

type State = Parameters<typeof standsAt>[0];

const named = ({ procedure, version, revision }: ProcessDefinition): object => ({
  procedure,
  version,
  revision: revision ?? null,
});

const steps = (before: State, after: State): object => ({
  from: { definition: named(before.terms.definition), step: standsAt(before) },
  to: { definition: named(after.terms.definition), step: standsAt(after) },
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
