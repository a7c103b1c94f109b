import type { Tx } from '@motcua/platform';
import type { CaseFact, CaseState, Officer } from '@motcua/processing-domain';
import { placeOf } from './deadline-events.js';

// Of the agency that holds the case, not of those above it: a province's leaders are not told of every task.
const LEADERS = `SELECT subject, name FROM officer WHERE 'leader' = ANY (roles) AND $1 = ANY (agencies) ORDER BY subject`;

/** The leaders who are told of these facts; none where no fact concerns them. */
export async function leadersFor(tx: Tx, state: CaseState, facts: readonly CaseFact[]): Promise<Officer[]> {
  for (const fact of facts) {
    if (fact.type === 'dueSoon') return tx.query<Officer>(LEADERS, [placeOf(state, null).agency]);
    if (fact.type === 'becameOverdue' || fact.type === 'escalated')
      return tx.query<Officer>(LEADERS, [placeOf(state, fact.taskId).agency]);
  }
  return [];
}
