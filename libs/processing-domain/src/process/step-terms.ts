import type { Term } from '@motcua/legal-clock';
import { firstStepOf, type ProcessDefinition, type ProcessStep, stepOf, type StepTerm } from './process-definition.js';
import { forwardEdges } from './process-graph.js';

const HOUR = 60;
const WORKING_DAY = 8 * HOUR;

/** A step's term in minutes of working time (R4). */
export const minutesOf = ({ amount, unit }: StepTerm): number => amount * (unit === 'workingDay' ? WORKING_DAY : HOUR);

/**
 * How long a step may take by its own terms, in minutes of working time: the longest time that a consulted agency has, or
 * the shortest where the first answer is enough; 0 where it has no term.
 */
function stepMinutes(step: ProcessStep): number {
  if (step.kind !== 'consultation') return step.term ? minutesOf(step.term) : 0;
  const minutes = step.ask.map(({ term }) => minutesOf(term));
  return step.join === 'any' ? Math.min(...minutes) : Math.max(...minutes);
}

/** The way from the first step to an end that takes longest by the steps' terms, going back to none: the steps of it with a term. */
export function longestWay(definition: ProcessDefinition): { readonly minutes: number; readonly steps: string[] } {
  const edges = forwardEdges(definition);
  const known = new Map<string, { minutes: number; steps: string[] }>();
  const from = (code: string): { minutes: number; steps: string[] } => {
    const found = known.get(code);
    if (found) return found;
    const own = stepMinutes(stepOf(definition, code));
    const rest = (edges.get(code) ?? []).map(from).reduce((a, b) => (b.minutes > a.minutes ? b : a), {
      minutes: 0,
      steps: [],
    });
    const way = { minutes: own + rest.minutes, steps: own === 0 ? rest.steps : [code, ...rest.steps] };
    known.set(code, way);
    return way;
  };
  return from(firstStepOf(definition).code);
}

/** Working days that any so many days in a row have at least, with weekends and without days off. */
const workingDaysIn = (days: number): number => Math.floor(days / 7) * 5 + Math.max(0, (days % 7) - 2);

/**
 * The least working time that a term leaves in ordinary weeks, in minutes. Terms in calendar time are taken at their
 * shortest: a month has 28 days, a rest of a week its weekend; `sameDay` leaves what is between the cut-off and the close.
 */
function leastWorkingMinutes(term: Term): number {
  switch (term.unit) {
    case 'workingHour':
    case 'workingDay':
      return minutesOf({ amount: term.amount, unit: term.unit });
    case 'calendarDay':
      return workingDaysIn(term.amount) * WORKING_DAY;
    case 'month':
      return workingDaysIn(term.amount * 28) * WORKING_DAY;
    case 'sameDay':
      return 2 * HOUR;
  }
}

/** The shortest of these terms as it is promised, reduced by basis points and rounded down to the minute (R17). */
export const promisedMinutes = (terms: readonly Term[], reductionBasisPoints: number): number =>
  Math.min(
    ...terms.map((term) => {
      const minutes = leastWorkingMinutes(term);
      return term.unit === 'sameDay' ? minutes : Math.floor((minutes * (10_000 - reductionBasisPoints)) / 10_000);
    }),
  );
