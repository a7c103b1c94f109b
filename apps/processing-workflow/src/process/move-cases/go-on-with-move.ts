import { Injectable } from '@nestjs/common';
import {
  type Answer,
  assertVersion,
  type CommandKind,
  type LockingQueries,
  type RowChange,
  sql,
} from '@motcua/platform';
import { changeOf } from '../../change/case-decision.js';
import type { CaseFacts } from '../../change/case-facts.js';
import { ReadCaseFacts } from '../../change/read-case-facts.js';
import type { CaseChange } from '../../persistence/case-change.js';
import {
  countsAfter,
  type ItemRow,
  type MoveChange,
  type MoveCounts,
  type MoveRow,
  PROCESS_MOVE,
  ProcessMoves,
} from '../../persistence/process-moves.js';
import { applyToCase, undoOfCase } from './move-one-case.js';
import { theMove } from './move-answer.js';
import type { ProcessMoveView } from './process-move.view.js';

/** The next cases are moved, or taken back to what they followed; asked again it goes on with those that are left. */
interface GoOnWithMove {
  readonly id: string;
  readonly version: number;
  readonly actor: string;
  /** To take them back, why; absent to move them. */
  readonly undoReason?: string;
}

interface MoveFacts {
  readonly move: MoveRow;
  readonly counts: MoveCounts;
  readonly items: readonly { readonly item: ItemRow; readonly facts: CaseFacts }[];
}

/** Cases that one request moves: one transaction, and no longer wait for officers who work on one of them. */
const AT_ONCE = 200;

@Injectable()
export class GoOnWithMoves implements CommandKind<GoOnWithMove, MoveFacts, MoveChange, ProcessMoveView> {
  readonly aggregate = PROCESS_MOVE;

  constructor(
    private readonly moves: ProcessMoves,
    private readonly cases: ReadCaseFacts,
  ) {}

  about({ id }: GoOnWithMove): string {
    return `processMove/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly GoOnWithMove[]): Promise<(MoveFacts | undefined)[]> {
    const found: (MoveFacts | undefined)[] = [];
    for (const command of commands) found.push(await this.factsOf(queries, command));
    return found;
  }

  /** @throws Refusal RESOURCE.CHANGED */
  decide({ move, counts, items }: MoveFacts, command: GoOnWithMove, at: Temporal.Instant): MoveChange {
    const { actor, version, undoReason } = command;
    assertVersion(move.version, version);
    const settled: RowChange<ItemRow>[] = [];
    const cases: CaseChange[] = [];
    for (const { item, facts } of items) {
      const after =
        undoReason === undefined
          ? applyToCase(move, item, facts, at)
          : undoOfCase(move, item, facts, { at, reason: undoReason });
      settled.push({ before: item, after: after.item });
      if (after.decision) cases.push(changeOf(facts, after.decision, { actor, at }));
    }
    return {
      before: move,
      after: { ...move, version: move.version + 1 },
      at,
      actor,
      action: undoReason === undefined ? 'applied' : 'undone',
      detail: { ...(undoReason !== undefined && { reason: undoReason }), ...countsAfter(counts, settled) },
      items: settled,
      cases,
    };
  }

  answer({ after, items }: MoveChange, { counts }: MoveFacts): Answer<ProcessMoveView> {
    return theMove(after, countsAfter(counts, items));
  }

  private async factsOf(queries: LockingQueries, { id, undoReason }: GoOnWithMove): Promise<MoveFacts | undefined> {
    const move = await this.moves.lock(queries, id);
    if (!move) return undefined;
    const [items, counts] = await Promise.all([
      this.moves.next(queries, id, undoReason === undefined ? 'planned' : 'moved', AT_ONCE),
      this.moves.counts(queries, id),
    ]);
    const asked = items.map(({ dossier_id: dossierId }) => ({ dossierId }));
    // It waits for whoever works on one of them.
    const waiting = { ...queries, skipLocked: sql.empty };
    const facts = items.length === 0 ? [] : await this.cases.locked(waiting, { taskIds: true }, asked);
    return { move, counts, items: items.flatMap((item, i) => (facts[i] ? [{ item, facts: facts[i] }] : [])) };
  }
}
