import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, newId, Refusal } from '@motcua/kernel';
import type { Actor, Tx } from '@motcua/platform';
import { OfficerRegister } from '../../persistence/officer-register.js';
import type { RecalculationRequest } from './recalculation.request.js';
import type { RecalculationRow } from './recalculation.view.js';
import { Recalculations } from './recalculations.js';
import type { WorkflowCode } from '../../problems.js';

/** Orders that the newest revision of a calendar be applied to the running cases: explicit, and written down (R12). */
@Injectable()
export class StartRecalculation {
  constructor(
    private readonly calendars: Calendars,
    private readonly officers: OfficerRegister,
    private readonly recalculations: Recalculations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal DEADLINE.CALENDAR_UNKNOWN */
  async newest(calendar: string): Promise<number> {
    const known = await this.calendars.latest(calendar);
    if (!known) throw new Refusal<WorkflowCode>('DEADLINE.CALENDAR_UNKNOWN', { calendar });
    return known.revision;
  }

  /** @throws Refusal RECALCULATION.REVISION_NOT_NEWEST, RECALCULATION.IN_PROGRESS, DEADLINE.CALENDAR_UNKNOWN */
  async execute(
    tx: Tx,
    { calendar, revision, reason }: RecalculationRequest,
    actor: Actor,
    agencies: readonly string[] | null,
  ): Promise<RecalculationRow> {
    const newest = await this.newest(calendar);
    if (revision !== newest) throw new Refusal<WorkflowCode>('RECALCULATION.REVISION_NOT_NEWEST', { revision, newest });
    const running = await this.recalculations.runningOf(tx, calendar);
    if (running !== undefined) throw new Refusal<WorkflowCode>('RECALCULATION.IN_PROGRESS', { id: running });
    const { subject, name } = await this.officers.named(tx, actor);
    const at = this.clock.now();
    const row = { id: newId(), calendar, revision, agencies, reason, by_subject: subject, by_name: name, at };
    await this.recalculations.add(tx, { ...row, finished_at: null });
    const detail = { calendar, revision, reason, agencies };
    tx.record({ aggregate: `recalculation/${row.id}`, at, actor: subject, action: 'recalculateDeadlines', detail });
    return { ...row, finished_at: null };
  }
}
