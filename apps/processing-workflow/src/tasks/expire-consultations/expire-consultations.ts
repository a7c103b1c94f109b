import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, type Sweep, UnitOfWork } from '@motcua/platform';
import { expireConsultation, standsAt } from '@motcua/processing-domain';
import { Openings } from '../../change/openings.js';
import { CaseStore } from '../../persistence/case-store.js';

const DUE = `
  SELECT consultation_expires_at AS at, dossier_id AS id FROM case_file
  WHERE consultation_expires_at <= $1
    AND ($2::timestamptz IS NULL OR (consultation_expires_at, dossier_id) > ($2, $3::uuid))
  ORDER BY consultation_expires_at, dossier_id LIMIT $4`;
// Several processes may sweep at once: what one of them has locked the others step over.
const LOCK = `
  SELECT FROM case_file WHERE consultation_expires_at <= $1 AND dossier_id = $2 FOR UPDATE SKIP LOCKED`;

/** Stops asking agencies that were silent until their time had passed, where the consultation is joined by deadline. */
@Injectable()
export class ExpireConsultations implements Sweep {
  readonly name = 'expire-consultations';

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly openings: Openings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(DUE, [this.clock.now(), after?.at ?? null, after?.id ?? null, limit]);
  }

  settle({ id }: DueRow): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const [locked] = await tx.query(LOCK, [now, id]);
      if (!locked) return false;
      const stored = await this.cases.lock(tx, id);
      const { state } = stored;
      const decided = expireConsultation(state, await this.openings.of(tx, state, now));
      if (!decided) return false;
      const stillOpen = new Set(decided.state.tasks.map((task) => task.id));
      const silent = state.tasks.filter((task) => !stillOpen.has(task.id)).map(({ agency }) => agency);
      await this.cases.save(tx, stored, decided, {
        at: now,
        actor: 'system:consultation-expired',
        action: 'expireConsultation',
        detail: { step: standsAt(state), silent, next: standsAt(decided.state) },
      });
      return true;
    });
  }
}
