import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { UnitOfWork } from '@motcua/platform';
import { expireSupplement } from '@motcua/processing-domain';
import { CaseStore } from '../persistence/case-store.js';

// What another process has in hand is left to it.
const EXPIRED = `
  SELECT dossier_id FROM case_file WHERE supplement_deadline_at <= $1
  ORDER BY supplement_deadline_at LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Stops the cases whose applicants did not answer in time (R9). The due instants are rows; the clock is the legal one. */
@Injectable()
export class ExpireSupplements {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many cases were stopped. */
  async run(goesOn: () => boolean = () => true): Promise<number> {
    let stopped = 0;
    while (goesOn() && (await this.stopOne())) stopped += 1;
    return stopped;
  }

  private stopOne(): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const [row] = await tx.query<{ dossier_id: string }>(EXPIRED, [now]);
      if (!row) return false;
      const stored = await this.cases.lock(tx, row.dossier_id);
      const decided = expireSupplement(stored.state, now);
      if (!decided) return false;
      await this.cases.save(tx, stored, decided, {
        at: now,
        actor: 'system:supplement-expired',
        action: 'stop',
        detail: { rule: 'R9', number: stored.state.supplements.at(-1)?.number },
      });
      return true;
    });
  }
}
