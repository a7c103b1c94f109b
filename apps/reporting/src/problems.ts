import type { ProblemTable } from '@motcua/platform';

/** This service refuses nothing that the platform does not know. */
export const REPORTING_PROBLEMS = {} as const satisfies ProblemTable<never>;
