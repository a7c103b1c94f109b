import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, type Tx, UnitOfWork } from '@motcua/platform';
import { CaseStore } from '../../persistence/case-store.js';

const DUE = `
  SELECT at, id FROM watched_instant
  WHERE done_at IS NULL AND at < $1 AND ($2::timestamptz IS NULL OR (at, id) > ($2, $3::uuid)) ORDER BY at, id LIMIT $4`;
const CASE_OF = `SELECT dossier_id FROM watched_instant WHERE id = $1`;
/**
 * Notices what has passed: lateness as a fact with its instant, once (R11, R12); reminders; tasks that stay open too long,
 * which go before the leaders. The rows are due instants; the clock is the legal one.
 */
@Injectable()
export class WatchDeadlines implements Sweep {
  readonly name = 'watch-deadlines';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(DUE, [this.clock.now(), after?.at ?? null, after?.id ?? null, limit]);
  }

  settle({ id }: DueRow): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ dossier_id: string }>(CASE_OF, [id]);
      return row ? this.notice(tx, id, row.dossier_id) : false;
    });
  }

  private async notice(tx: Tx, id: string, dossierId: string): Promise<boolean> {
    // The case first, as every command locks it.
    const { state } = await this.cases.lock(tx, dossierId);
    return this.cases.notice(tx, state, this.clock.now(), id);
  }
}
