import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep } from '@motcua/platform';
import { noticedChange } from '../../change/case-decision.js';
import { CaseCommands } from '../../change/case-commands.js';
import type { CaseKind } from '../../change/case-kind.js';
import { NOTHING_TO_DO, REACTED, type Reacted } from '../../change/reacted.js';

const CASE_OF = `SELECT dossier_id AS "dossierId" FROM watched_instant WHERE id = $1`;

interface NoticeDeadlines {
  readonly dossierId: string;
}

const NOTICE_DEADLINES: CaseKind<NoticeDeadlines, Reacted> = {
  needs: {},
  decide: (facts, _, now) => noticedChange(facts, now) ?? NOTHING_TO_DO,
  answer: () => REACTED,
};

/**
 * Notices what has passed: lateness as a fact with its instant, once (R11, R12); reminders; tasks that stay open too long,
 * which go before the leaders. The rows are due instants; the clock is the legal one.
 * @rule R11
 */
@Injectable()
export class WatchDeadlines implements Sweep {
  readonly name = 'watch-deadlines';

  constructor(
    private readonly database: Database,
    private readonly commands: CaseCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const { at = null, id = null } = after ?? {};
    return this.database.query<DueRow>(sql`
      SELECT at, id FROM watched_instant
      WHERE done_at IS NULL AND at < ${this.clock.now()} AND (${at}::timestamptz IS NULL OR (at, id) > (${at}::timestamptz, ${id}::uuid))
      ORDER BY at, id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    // Gone by now, where the case has changed meanwhile.
    const [row] = await this.database.query<NoticeDeadlines>(CASE_OF, [id]);
    if (!row) return false;
    const { body } = await this.commands.run(NOTICE_DEADLINES, row);
    return body.changed;
  }
}
