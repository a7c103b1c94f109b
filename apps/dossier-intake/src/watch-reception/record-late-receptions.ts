import { Inject, Injectable } from '@nestjs/common';
import { DossierReceptionOverdueV1 } from '@motcua/contracts';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, UnitOfWork } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';

const LATE = `overdue_at IS NULL AND (ended_at IS NULL OR ended_at > due_at) AND due_at < $1`;
const DUE = `
  SELECT due_at AS at, dossier_id AS id FROM reception_run
  WHERE ${LATE} AND ($2::timestamptz IS NULL OR (due_at, dossier_id) > ($2, $3::uuid)) ORDER BY due_at, dossier_id LIMIT $4`;
const TAKE = `UPDATE reception_run SET overdue_at = $1 WHERE ${LATE} AND dossier_id = $2 RETURNING n, due_at AS "dueAt"`;

/** R6: that a dossier was not received within its 8 working hours is a fact with its instant, recorded once (R12). */
@Injectable()
export class RecordLateReceptions implements Sweep {
  readonly name = 'record-late-receptions';

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(DUE, [this.clock.now(), after?.at ?? null, after?.id ?? null, limit]);
  }

  settle({ id }: DueRow): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { dossier, head } = await this.dossiers.lockForEvent(tx, id);
      const now = this.clock.now();
      const late = await tx.query<{ n: number; dueAt: Temporal.Instant }>(TAKE, [now, id]);
      for (const { n, dueAt } of late) {
        const data = {
          dossierId: id,
          code: dossier.code ?? '',
          receivingAgency: dossier.receivingAgency,
          receptionDueAt: withOffset(dueAt),
          at: withOffset(now),
        } satisfies DossierReceptionOverdueV1;
        tx.publish({ contract: DossierReceptionOverdueV1, key: id, time: now, data });
        const detail = { rule: 'R6', run: n, receptionDueAt: data.receptionDueAt };
        const line = { aggregate: id, at: now, actor: 'system:watch-reception', action: 'receptionOverdue', detail };
        tx.record(line, head);
      }
      return late.length > 0;
    });
  }
}
