import { Inject, Injectable } from '@nestjs/common';
import { DossierSupplementExpiredV1 } from '@motcua/contracts';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, UnitOfWork } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';
import { SupplementRequests } from '../persistence/supplement-requests.js';

const DUE = `
  SELECT deadline_at AS at, dossier_id AS id FROM supplement_request
  WHERE NOT before_acceptance AND given_at IS NULL AND lapsed_at IS NULL AND deadline_at <= $1
    AND ($2::timestamptz IS NULL OR (deadline_at, dossier_id) > ($2, $3::uuid))
  ORDER BY deadline_at, dossier_id LIMIT $4`;
const LAPSING = `
  SELECT number, deadline_at AS "deadlineAt" FROM supplement_request
  WHERE dossier_id = $1 AND NOT before_acceptance AND given_at IS NULL AND lapsed_at IS NULL AND deadline_at <= $2
  ORDER BY number FOR UPDATE`;
const LAPSE = `UPDATE supplement_request SET lapsed_at = $3 WHERE dossier_id = $1 AND number = $2`;

/**
 * R9 after acceptance: whoever records the answers says that none came, under the same lock and in the same order of events
 * (ADR 0014). So an answer in time is never too late for the case, however long its event travels.
 */
@Injectable()
export class TellCaseOfExpiry implements Sweep {
  readonly name = 'tell-case-of-expiry';

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly requests: SupplementRequests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(DUE, [this.clock.now(), after?.at ?? null, after?.id ?? null, limit]);
  }

  settle({ id }: DueRow): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const { dossier, head } = await this.dossiers.lockForEvent(tx, id);
      const lapsing = await tx.query<{ number: number; deadlineAt: Temporal.Instant }>(LAPSING, [id, now]);
      for (const { number, deadlineAt } of lapsing) {
        await tx.query(LAPSE, [id, number, now]);
        // A case that ended or went on meanwhile waits for nothing.
        if (dossier.status !== 'supplementRequired' || number !== dossier.supplementCount) continue;
        const data = {
          dossierId: id,
          code: dossier.code ?? '',
          number,
          deadlineAt: withOffset(deadlineAt),
          expiredAt: withOffset(now),
        } satisfies DossierSupplementExpiredV1;
        tx.publish({ contract: DossierSupplementExpiredV1, key: id, time: now, data });
        const detail = { number, deadlineAt: data.deadlineAt };
        tx.record(
          { aggregate: id, at: now, actor: 'system:expire-supplements', action: 'supplementExpired', detail },
          head,
        );
      }
      return lapsing.length > 0;
    });
  }
}
