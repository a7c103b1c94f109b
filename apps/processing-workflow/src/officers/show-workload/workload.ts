import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, dayInVietnam, Refusal, withOffset } from '@motcua/kernel';
import {
  type Actor,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  type PlatformCode,
  type Sql,
  sql,
} from '@motcua/platform';
import { TaskSelections } from '../../work-list/task-selections.js';
import type { OfficerWorkloadView } from './officer-workload.view.js';
import type { WorkloadQuery } from './workload.query.js';

interface WorkloadRow extends Omit<OfficerWorkloadView, 'oldestOpenedAt'> {
  readonly oldest: Temporal.Instant | null;
}

interface Asked {
  readonly agencies: readonly string[];
  /** The subject after which the page begins. */
  readonly after: string;
  readonly limit: number;
  readonly now: Temporal.Instant;
  readonly soon: Temporal.Instant;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

// Whoever is registered for one of the agencies, or holds or has ended a task there without being registered: the holders
// of an agency are found by one look at its index each. Their tasks are counted along the indexes of the work list.
const workload = ({ agencies, after, limit, now, soon, from, to }: Asked): Sql => sql`
  WITH RECURSIVE holding AS (
    SELECT a.agency, (SELECT t.holder_subject FROM task t WHERE t.state = 'open' AND t.holder_subject IS NOT NULL
      AND t.agency = a.agency AND t.holder_subject > ${after} ORDER BY t.holder_subject LIMIT 1) AS subject
    FROM unnest(${agencies}::text[]) AS a (agency)
    UNION ALL
    SELECT h.agency, (SELECT t.holder_subject FROM task t WHERE t.state = 'open' AND t.holder_subject IS NOT NULL
      AND t.agency = h.agency AND t.holder_subject > h.subject ORDER BY t.holder_subject LIMIT 1)
    FROM holding h WHERE h.subject IS NOT NULL
  ), people AS (
    SELECT subject FROM officer WHERE agencies && ${agencies}::text[] AND subject > ${after}
    UNION
    SELECT subject FROM holding WHERE subject IS NOT NULL
    ORDER BY subject LIMIT ${limit}::int
  )
  SELECT p.subject, coalesce(o.name, work.name, p.subject) AS name, o.title, coalesce(o.roles, '{}') AS roles, o.deputy,
    coalesce(o.absent_from <= ${dayInVietnam(now)}::date AND (o.absent_until IS NULL OR ${dayInVietnam(now)}::date < o.absent_until), false) AS away,
    work.open, work.overdue, work.due_soon AS "dueSoon", work.oldest,
    (SELECT count(*) FROM task t WHERE t.state = 'done' AND t.holder_subject = p.subject AND t.closed_at >= ${from} AND t.closed_at < ${to}
      AND t.agency = ANY (${agencies})) AS done
  FROM people p LEFT JOIN officer o ON o.subject = p.subject CROSS JOIN LATERAL (
    SELECT count(*) AS open, count(*) FILTER (WHERE t.list_at < ${now}) AS overdue,
      count(*) FILTER (WHERE t.list_at >= ${now} AND t.list_at < ${soon}) AS due_soon, min(t.opened_at) AS oldest, max(t.holder_name) AS name
    FROM task t WHERE t.state = 'open' AND t.holder_subject = p.subject AND t.agency = ANY (${agencies})
  ) AS work
  ORDER BY p.subject`;

const PERIOD_DAYS = 30;

/** Who has how much to do: for a leader, who gives work out. */
@Injectable()
export class Workload {
  constructor(
    private readonly database: Database,
    private readonly selections: TaskSelections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal REQUEST.PARAMETER_INVALID where the period ends before it begins */
  async of(actor: Actor, query: WorkloadQuery): Promise<Page<OfficerWorkloadView>> {
    const now = this.clock.now();
    const { agency, limit, dueWithinHours } = query;
    const to = query.doneTo === undefined ? now : Temporal.Instant.from(query.doneTo);
    const from =
      query.doneFrom === undefined ? to.subtract({ hours: 24 * PERIOD_DAYS }) : Temporal.Instant.from(query.doneFrom);
    if (Temporal.Instant.compare(from, to) >= 0) throw reversed();
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const agencies = await this.selections.reachable(actor, 'case.assign', agency);
    if (agencies.length === 0) return { items: [], next: null };
    const soon = now.add({ hours: dueWithinHours });
    const rows = await this.database.query<WorkloadRow>(
      workload({ agencies, after: String(after), limit: limit + 1, now, soon, from, to }),
    );
    return pageOf(
      rows,
      limit,
      ({ subject }) => [subject],
      ({ oldest, ...row }) => ({ ...row, oldestOpenedAt: oldest && withOffset(oldest) }),
    );
  }
}

const reversed = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
    {
      pointer: '/doneFrom',
      code: 'PERIOD_REVERSED',
      detail: { vi: 'Thời điểm bắt đầu kỳ phải trước thời điểm kết thúc.', en: 'The period begins before it ends.' },
    },
  ]);
