import { Injectable } from '@nestjs/common';
import type { Answer, CommandKind, LockingQueries, Unchanged } from '@motcua/platform';
import { recalculateDeadlines } from '@motcua/processing-domain';
import { changeOf } from '../../change/case-decision.js';
import type { CaseFacts } from '../../change/case-facts.js';
import { ReadCaseFacts } from '../../change/read-case-facts.js';
import { NOTHING_TO_DO, REACTED, type Reacted } from '../../change/reacted.js';
import { RECALCULATED_CASE, type RecalculatedChange, type RecalculationRow } from '../../persistence/recalculations.js';
import { movesOf, outcomeOf } from './moves-of.js';

interface RecalculateCaseCommand {
  readonly dossierId: string;
  readonly order: RecalculationRow;
}

/** Applies what was ordered to one case; nothing where it ended, or was done, while it waited. */
@Injectable()
export class RecalculateCase implements CommandKind<RecalculateCaseCommand, CaseFacts, RecalculatedChange, Reacted> {
  readonly aggregate = RECALCULATED_CASE;

  constructor(private readonly read: ReadCaseFacts) {}

  about({ dossierId }: RecalculateCaseCommand): string {
    return `case/${dossierId}`;
  }

  facts(queries: LockingQueries, commands: readonly RecalculateCaseCommand[]): Promise<(CaseFacts | undefined)[]> {
    return this.read.locked(queries, { calendarRevision: ({ order }) => order.revision }, commands);
  }

  decide(
    facts: CaseFacts,
    { dossierId, order }: RecalculateCaseCommand,
    at: Temporal.Instant,
  ): RecalculatedChange | Unchanged<Reacted> {
    const { state } = facts.stored;
    const { id, revision, reason, by_subject: subject, by_name: name } = order;
    if (state.endedAt || state.calendarRevision >= revision) return NOTHING_TO_DO;
    const { atAcceptance, current: before } = facts.calendars;
    if (!facts.laterCalendar) throw new Error(`revision ${revision} of the calendar was not read`);
    const calendar = { atAcceptance, before, after: facts.laterCalendar, revision };
    const decided = recalculateDeadlines(state, calendar, { reason, by: { subject, name } }, at);
    const moves = movesOf(state, decided);
    const result = { outcome: outcomeOf(moves, decided), moves, kept: decided.kept };
    const detail = { recalculation: id, revision, reason, ...result };
    return {
      change: changeOf(facts, { decided, action: 'deadlineRecalculated', detail }, { actor: subject, at }),
      row: { recalculation_id: id, dossier_id: dossierId, code: state.code, ...result },
    };
  }

  answer(): Answer<Reacted> {
    return REACTED;
  }
}
