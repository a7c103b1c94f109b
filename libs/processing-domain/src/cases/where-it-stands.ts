import type { CaseState, CaseTask, Officer } from './case-state.js';

/** Code of the step that the case is at; null once it has ended. */
export const standsAt = ({ tasks }: CaseState): string | null => tasks[0]?.step ?? null;

/** The task that carries the case on: none while other agencies are consulted, or once it has ended. */
export const leadingTask = ({ tasks }: CaseState): CaseTask | undefined => tasks.find(({ kind }) => kind === 'work');

/** The agency that answers for the case now; the competent one while others are consulted. @rule R23 */
export const leadingAgency = (state: CaseState): string => leadingTask(state)?.agency ?? state.terms.competentAgency;

/** Who has the case's tasks in hand, each once. */
export const holdersOf = ({ tasks }: CaseState): Officer[] => [
  ...new Map(tasks.flatMap(({ holder }) => (holder ? [[holder.subject, holder] as const] : []))).values(),
];

/** Who is told of what the applicant gave: who has the case in hand, else who asked. */
export function holdersOrAsker(state: CaseState, asker: Officer): Officer[] {
  const holders = holdersOf(state);
  return holders.length > 0 ? holders : [asker];
}

/** The agencies with a task on the case, each once. */
export const agenciesWithTask = ({ tasks }: CaseState): string[] => [...new Set(tasks.map(({ agency }) => agency))];
