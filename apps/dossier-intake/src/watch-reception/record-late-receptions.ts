import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import type { OwnFact } from '../change/dossier-change.js';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';

interface LateRun {
  readonly id: string;
  readonly n: number;
  readonly dueAt: Temporal.Instant;
}

// What came late is late too, where it came before anybody looked.
const late = (now: Temporal.Instant) =>
  sql`overdue_at IS NULL AND (ended_at IS NULL OR ended_at > due_at) AND due_at < ${now}::timestamptz`;

/** That a dossier was not received within its 8 working hours is a fact with its instant, recorded once (R12). @rule R6 */
@Injectable()
export class RecordLateReceptions implements Sweep {
  readonly name = 'record-late-receptions';
  private readonly decision: DossierDecision<DossierCommand, { readonly runs: readonly LateRun[] }, boolean>;

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.decision = {
      scope: null,
      more: async (queries, _, commands) => {
        const ids = commands.map(({ id }) => id);
        const runs = await queries.query<LateRun>(sql`
          SELECT dossier_id AS id, n, due_at AS "dueAt" FROM reception_run
          WHERE ${late(clock.now())} AND dossier_id = ANY (${ids}::uuid[]) ORDER BY n`);
        return ids.map((id) => ({ runs: runs.filter((run) => run.id === id) }));
      },
      decide: ({ dossier, runs }, _, now) => {
        const [first, ...others] = runs.map(overdue);
        if (!first) return new Unchanged(NOTHING_DUE);
        const facts = [first, ...others] as const;
        const lateRuns = runs.map(({ n }) => n);
        return { before: dossier, after: dossier, at: now, actor: 'system:watch-reception', facts, lateRuns };
      },
      answer: () => SETTLED,
    };
  }

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT due_at AS at, dossier_id AS id FROM reception_run
      WHERE ${late(this.clock.now())}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (due_at, dossier_id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY due_at, dossier_id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(this.decision, { id })).body;
  }
}

const overdue = ({ n, dueAt }: LateRun): OwnFact => ({
  action: 'receptionOverdue',
  detail: { rule: 'R6', run: n, receptionDueAt: withOffset(dueAt) },
  told: { receptionDueAt: dueAt },
});
