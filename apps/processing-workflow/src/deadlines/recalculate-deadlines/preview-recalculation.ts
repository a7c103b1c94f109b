import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { Database, encodeCursor, type Page } from '@motcua/platform';
import type { CaseState } from '@motcua/processing-domain';
import { Cases } from '../../persistence/cases.js';
import { CasesOnCalendar, type CasesWanted } from './cases-on-calendar.js';
import { movesOf, outcomeOf } from './moves-of.js';
import type { RecalculatedCaseView } from './recalculated-case.view.js';
import { TryRecalculation } from './try-recalculation.js';
import type { WorkflowCode } from '../../problems.js';

/** A page looks at so many cases, however few of them move: no request walks the whole table. */
const LOOKED_AT = 500;
const NOBODY = { subject: 'preview', name: 'preview' };

interface PreviewWanted extends CasesWanted {
  /** Also cases of which nothing moves. */
  readonly all: boolean;
}

/** Which running cases would move, and how. Changes nothing. */
@Injectable()
export class PreviewRecalculation {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly onCalendar: CasesOnCalendar,
    private readonly cases: Cases,
    private readonly trial: TryRecalculation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest revision of a calendar. @throws Refusal DEADLINE.CALENDAR_UNKNOWN */
  async newest(calendar: string): Promise<number> {
    const known = await this.calendars.latest(calendar);
    if (!known) throw new Refusal<WorkflowCode>('DEADLINE.CALENDAR_UNKNOWN', { calendar });
    return known.revision;
  }

  async page({ all, limit, ...wanted }: PreviewWanted): Promise<Page<RecalculatedCaseView>> {
    const ids = await this.onCalendar.find(this.database, { ...wanted, limit: LOOKED_AT });
    const now = this.clock.now();
    const items: RecalculatedCaseView[] = [];
    let last: string | undefined;
    for (const state of await this.cases.states(this.database, ids)) {
      if (items.length === limit) break;
      const view = await this.tried(state, wanted.revision, now);
      if (all || view.outcome !== 'unchanged') items.push(view);
      last = state.dossierId;
    }
    const more = last !== undefined && (last !== ids.at(-1) || ids.length === LOOKED_AT);
    return { items, next: more ? encodeCursor([last as string]) : null };
  }

  private async tried(state: CaseState, revision: number, now: Temporal.Instant): Promise<RecalculatedCaseView> {
    const decided = await this.trial.on(state, { revision, reason: 'preview', by: NOBODY, now });
    const moves = movesOf(state, decided);
    const { dossierId, code } = state;
    return { dossierId, code, outcome: outcomeOf(moves, decided), moves, kept: decided.kept };
  }
}
