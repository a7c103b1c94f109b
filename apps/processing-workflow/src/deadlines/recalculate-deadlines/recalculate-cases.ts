import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, type Tx, UnitOfWork } from '@motcua/platform';
import { CaseStore } from '../../persistence/case-store.js';
import { CasesOnCalendar } from './cases-on-calendar.js';
import { movesOf, outcomeOf } from './moves-of.js';
import type { RecalculationRow } from './recalculation.view.js';
import { Recalculations } from './recalculations.js';
import { TryRecalculation } from './try-recalculation.js';

/**
 * Applies what was ordered, case by case, each in a transaction of its own with its result: after a crash the cases that are
 * left are those that do not count on the revision yet, and none is done twice.
 */
@Injectable()
export class RecalculateCases implements Sweep {
  readonly name = 'recalculate-cases';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    private readonly recalculations: Recalculations,
    private readonly onCalendar: CasesOnCalendar,
    private readonly trial: TryRecalculation,
    private readonly cases: CaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const [order, place] = after?.id.split('/') ?? [];
    const running = await this.recalculations.running(this.database);
    const from = running.findIndex(({ id }) => id === order);
    const rows: DueRow[] = [];
    for (const one of running.slice(Math.max(from, 0))) {
      const begun = one.id === order ? (place ?? null) : null;
      const ids = await this.left(this.database, one, begun, limit - rows.length);
      if (ids.length === 0 && begun === null) await this.recalculations.finish(this.database, one.id, this.clock.now());
      rows.push(...ids.map((id) => ({ at: one.at, id: `${one.id}/${id}` })));
      if (rows.length === limit) return rows;
    }
    return rows;
  }

  settle({ id }: DueRow): Promise<boolean> {
    const [order = '', dossierId = ''] = id.split('/');
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.cases.lock(tx, dossierId);
      const found = await this.recalculations.find(tx, order);
      if (!found) throw new Error(`recalculation ${order} is not there`);
      const { reason, revision, by_subject: subject, by_name: name } = found;
      // It ended, or was done, while it waited.
      if (stored.state.endedAt || stored.state.calendarRevision >= revision) return false;
      const now = this.clock.now();
      const decided = await this.trial.on(stored.state, { revision, reason, by: { subject, name }, now }, tx);
      const moves = movesOf(stored.state, decided);
      const result = { outcome: outcomeOf(moves, decided), moves, kept: decided.kept };
      const detail = { recalculation: order, revision, reason, ...result };
      await this.cases.save(tx, stored, decided, { at: now, actor: subject, action: 'recalculate', detail });
      await this.recalculations.addCase(tx, order, { dossierId, code: stored.state.code, ...result });
      const [left] = await this.left(tx, found, null, 1);
      if (left === undefined) await this.recalculations.finish(tx, order, now);
      return true;
    });
  }

  private left(
    queries: Pick<Tx, 'query'>,
    { calendar, revision, agencies }: RecalculationRow,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    return this.onCalendar.find(queries, { calendar, revision, agencies, after, limit });
  }
}
