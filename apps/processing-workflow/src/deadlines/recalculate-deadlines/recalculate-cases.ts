import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Commands, Database, type DueRow, type Sweep } from '@motcua/platform';
import { type RecalculationRow, Recalculations } from '../../persistence/recalculations.js';
import { CasesOnCalendar } from './cases-on-calendar.js';
import { RecalculateCase } from './recalculate-case.js';

/**
 * Applies what was ordered, case by case, each in a transaction of its own with its result: after a crash the cases that are
 * left are those that do not count on the revision yet, and none is done twice.
 */
@Injectable()
export class RecalculateCases implements Sweep {
  readonly name = 'recalculate-cases';

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly recalculations: Recalculations,
    private readonly onCalendar: CasesOnCalendar,
    private readonly recalculateCase: RecalculateCase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const [order, place] = after?.id.split('/') ?? [];
    const running = await this.recalculations.running(this.database);
    const from = running.findIndex(({ id }) => id === order);
    const rows: DueRow[] = [];
    for (const one of running.slice(Math.max(from, 0))) {
      const begun = one.id === order ? (place ?? null) : null;
      const ids = await this.left(one, begun, limit - rows.length);
      if (ids.length === 0 && begun === null) await this.recalculations.finish(this.database, one.id, this.clock.now());
      rows.push(...ids.map((id) => ({ at: one.at, id: `${one.id}/${id}` })));
      if (rows.length === limit) return rows;
    }
    return rows;
  }

  async settle({ id }: DueRow): Promise<boolean> {
    const [orderId = '', dossierId = ''] = id.split('/');
    const order = await this.recalculations.find(this.database, orderId);
    if (!order) throw new Error(`recalculation ${orderId} is not there`);
    const { body } = await this.commands.run(this.recalculateCase, { dossierId, order });
    const [left] = await this.left(order, null, 1);
    if (left === undefined) await this.recalculations.finish(this.database, orderId, this.clock.now());
    return body.changed;
  }

  private left({ calendar, revision, agencies }: RecalculationRow, after: string | null, limit: number) {
    return this.onCalendar.find(this.database, { calendar, revision, agencies, after, limit });
  }
}
