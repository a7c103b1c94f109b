import type { Localized } from '@motcua/kernel';
import { workingTime, type WorkingCalendar } from '@motcua/legal-clock';
import { shortMoment } from '@motcua/pdf-drawing';
import { agencyOfStep, type CaseProgress, type CaseState, type NodeProgress } from '@motcua/processing-domain';
import type { TaskRow } from '../../persistence/task-row.js';

const MINUTE = 60_000;

/** Working time as people say it; a working day is 8 hours. */
function sayWorked(milliseconds: number): Localized {
  const minutes = Math.floor(milliseconds / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 480), Math.floor((minutes % 480) / 60), minutes % 60];
  const parts = (day: string, hour: string, minute: string): string =>
    [
      ...(days > 0 ? [`${days} ${day}`] : []),
      ...(hours > 0 ? [`${hours} ${hour}`] : []),
      ...(rest > 0 || minutes === 0 ? [`${rest} ${minute}`] : []),
    ].join(' ');
  return { vi: `${parts('ngày', 'giờ', 'phút')} làm việc`, en: `${parts('d', 'h', 'min')} of working time` };
}

const isLate = ({ step_due_at, closed_at }: TaskRow, now: Temporal.Instant): boolean =>
  step_due_at !== null && Temporal.Instant.compare(step_due_at, closed_at ?? now) < 0;

/** Where a case stands, and how long each step took in the working time of its calendar, every visit counted. */
export function caseProgress(
  { terms, status }: CaseState,
  rows: readonly TaskRow[],
  calendar: WorkingCalendar,
  now: Temporal.Instant,
): CaseProgress {
  const describe = (visits: readonly TaskRow[]): NodeProgress => {
    const open = visits.filter(({ state }) => state === 'open');
    const worked = visits.reduce((sum, row) => sum + workingTime(calendar, row.opened_at, row.closed_at ?? now), 0);
    const took = sayWorked(worked);
    const [here] = open;
    const holder = here?.holder_name ?? visits.at(-1)?.holder_name;
    const lines: Localized[] = [
      ...(holder ? [{ vi: holder, en: holder }] : []),
      ...(visits.length > 0 ? [here ? { vi: `đã ${took.vi}`, en: `${took.en} so far` } : took] : []),
      ...(here ? [{ vi: `từ ${shortMoment(here.opened_at)}`, en: `since ${shortMoment(here.opened_at)}` }] : []),
    ];
    const progress = here ? 'here' : visits.some(({ state }) => state === 'done') ? 'passed' : 'ahead';
    return { progress, late: visits.some((row) => isLate(row, now)), lines };
  };
  // A consulted agency may have handed its question on: its place in the diagram is where it was asked first.
  return {
    ended: status === 'completed',
    of: (step, agency) => {
      const visits = rows.filter((row) => row.step === step);
      if (agency !== undefined) return describe(visits.filter((row) => row.agency === agencyOfStep(terms, agency)));
      // What was asked beside an officer's work is no visit of its step.
      const work = visits.filter(({ kind }) => kind === 'work');
      return work.length > 0 || visits.length === 0 ? describe(work) : { ...describe(visits), late: false, lines: [] };
    },
  };
}
