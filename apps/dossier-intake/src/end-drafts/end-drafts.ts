import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';
import { draftEndsAt } from '../change/worked-on.js';
import { IntakeConfig } from '../intake.config.js';

const ACTOR = 'system:end-drafts';

/** Drafts that nobody has worked on for long are taken away, with their files; that they were there stays in the history. */
@Injectable()
export class EndDrafts implements Sweep {
  readonly name = 'end-drafts';
  private readonly decision: DossierDecision<DossierCommand, object, boolean>;

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    private readonly config: IntakeConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.decision = {
      scope: null,
      decide: ({ dossier: before }, _, now) => {
        const endsAt = draftEndsAt(before, this.config.draftDays);
        const isDue = before.status === 'draft' && endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0;
        if (!isDue) return new Unchanged(NOTHING_DUE);
        const facts = [{ action: 'draftDeleted', detail: { unusedSince: before.statusSince.toString() } }] as const;
        return { before, after: changed(before, {}), at: now, actor: ACTOR, facts, deleted: true };
      },
      answer: () => SETTLED,
    };
  }

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const { draftDays } = this.config;
    if (draftDays === 0) return Promise.resolve([]);
    return this.database.query<DueRow>(sql`
      SELECT status_since AS at, id FROM dossier
      WHERE status = 'draft' AND status_since <= ${this.clock.now().subtract({ hours: 24 * draftDays })}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (status_since, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY 1, 2 LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(this.decision, { id })).body;
  }
}
