import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, dayInVietnam, withOffset } from '@motcua/kernel';
import { type Actor, Database, decodeCursor, type Page, pageOf, sql } from '@motcua/platform';
import { STEP_ROLES, type StepRole } from '@motcua/processing-domain';
import { TaskSelections } from '../../work-list/task-selections.js';
import type { UnstaffedStepView } from './unstaffed-step.view.js';
import type { UnstaffedStepsQuery } from './unstaffed-steps.query.js';

interface UnstaffedRow {
  readonly agency: string;
  readonly name: string;
  readonly role: StepRole;
  readonly waiting: number;
  readonly oldest: Temporal.Instant;
}

/** What waits where the register has nobody for it: no officer of the role in the agency or above it, or all away without a deputy. */
@Injectable()
export class UnstaffedSteps {
  constructor(
    private readonly database: Database,
    private readonly selections: TaskSelections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, { agency, cursor, limit }: UnstaffedStepsQuery): Promise<Page<UnstaffedStepView>> {
    const [afterAgency = '', afterRole = ''] = decodeCursor(cursor, 2) ?? [];
    const agencies = await this.selections.reachable(actor, 'case.assign', agency);
    const rows = await this.find(agencies, [String(afterAgency), String(afterRole)], limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.agency, row.role],
      ({ oldest, name, ...row }) => ({ ...row, agencyName: name, oldestOpenedAt: withOffset(oldest) }),
    );
  }

  /** How many there are in the province. */
  async count(): Promise<number> {
    return (await this.find(null, ['', ''], MOST)).length;
  }

  /** One look at the index of waiting tasks for each agency and role. */
  private find(
    agencies: readonly string[] | null,
    [afterAgency, afterRole]: readonly [string, string],
    limit: number,
  ): Promise<UnstaffedRow[]> {
    const day = dayInVietnam(this.clock.now());
    return this.database.query<UnstaffedRow>(sql`
      SELECT a.code AS agency, a.name, r.role, waiting.count AS waiting, waiting.oldest
      FROM agency_copy a CROSS JOIN unnest(${[...STEP_ROLES]}::text[]) AS r (role)
      CROSS JOIN LATERAL (
        SELECT count(*) AS count, min(first.opened_at) AS oldest FROM (
          SELECT t.opened_at FROM task t WHERE t.agency = a.code AND t.role = r.role AND t.state = 'open'
            AND t.holder_subject IS NULL ORDER BY t.list_at LIMIT 1000) first) waiting
      WHERE (${agencies}::text[] IS NULL OR a.code = ANY (${agencies}::text[]))
        AND (a.code, r.role) > (${afterAgency}, ${afterRole}) AND waiting.count > 0
        AND NOT EXISTS (SELECT FROM officer o WHERE r.role = ANY (o.roles) AND o.agencies && (a.ancestors || a.code)
          AND (o.deputy IS NOT NULL OR o.absent_from IS NULL OR o.absent_from > ${day}::date OR o.absent_until <= ${day}::date))
      ORDER BY a.code, r.role LIMIT ${limit}`);
  }
}

/** More than any province has. */
const MOST = 100_000;
