import type { StepRole } from '../process/process-definition.js';

/** An officer as the register knows them: who may hold which tasks, and when not. */
export interface RegisteredOfficer {
  readonly subject: string;
  readonly name: string;
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  /** First day away, `YYYY-MM-DD` in Vietnam. */
  readonly absentFrom: string | null;
  /** First day back; null with `absentFrom` means until further notice. */
  readonly absentUntil: string | null;
}

type IneligibleBecause = 'role' | 'agency' | 'absent';

/** On a day, `YYYY-MM-DD` in Vietnam. */
export const isAway = (
  { absentFrom, absentUntil }: Pick<RegisteredOfficer, 'absentFrom' | 'absentUntil'>,
  day: string,
): boolean => absentFrom !== null && absentFrom <= day && (absentUntil === null || day < absentUntil);

/** Why an officer cannot hold a task of this role in these agencies (the task's own and those above it) on this day. */
export function ineligibility(
  officer: RegisteredOfficer,
  task: { readonly role: StepRole; readonly agencies: readonly string[] },
  day: string,
): IneligibleBecause | undefined {
  if (!officer.roles.includes(task.role)) return 'role';
  if (!officer.agencies.some((agency) => task.agencies.includes(agency))) return 'agency';
  return isAway(officer, day) ? 'absent' : undefined;
}
