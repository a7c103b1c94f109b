import { Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import { accepted, type Actor, type Answer, type CommandKind, type Queries, sql } from '@motcua/platform';
import type { Officer } from '@motcua/processing-domain';
import { officerNamed, type OfficerRow, officersWhere } from '../../persistence/officer-register.js';
import { RECALCULATION, type RecalculationRow } from '../../persistence/recalculations.js';
import type { RecalculationRequest } from './recalculation.request.js';
import { RecalculationView, recalculationView } from './recalculation.view.js';
import type { WorkflowCode } from '../../problems.js';

interface StartRecalculationCommand {
  /** Of the recalculation that is ordered. */
  readonly id: string;
  readonly asked: RecalculationRequest;
  readonly actor: Actor;
  /** Whose cases; null: everybody's. */
  readonly agencies: readonly string[] | null;
}

interface StartFacts {
  readonly newest: number | undefined;
  readonly runningId: string | undefined;
  readonly officer: Officer;
}

const NONE_YET = { moved: 0, kept: 0, unchanged: 0 };

/**
 * Orders that the newest revision of a calendar be applied to the running cases: explicit, and written down (R12).
 * @rule R12
 */
@Injectable()
export class StartRecalculation implements CommandKind<
  StartRecalculationCommand,
  StartFacts,
  RecalculationRow,
  RecalculationView
> {
  readonly aggregate = RECALCULATION;

  constructor(private readonly calendars: Calendars) {}

  about({ asked: { calendar } }: StartRecalculationCommand): string {
    return `calendar/${calendar}`;
  }

  async facts(queries: Queries, commands: readonly StartRecalculationCommand[]): Promise<StartFacts[]> {
    const calendars = [...new Set(commands.map(({ asked }) => asked.calendar))].sort();
    // Of two who apply the same calendar at once, the second sees what the first one ordered.
    const lock = sql`SELECT pg_advisory_xact_lock(hashtextextended('recalculation/' || c, 0)) FROM unnest(${calendars}::text[]) AS c`;
    const subjects = commands.map(({ actor }) => actor.subject);
    const [, running, officers] = await Promise.all([
      queries.query(lock),
      queries.query<{ id: string; calendar: string }>(
        sql`SELECT id, calendar FROM recalculation WHERE calendar = ANY (${calendars}::text[]) AND finished_at IS NULL`,
      ),
      queries.query<OfficerRow>(officersWhere(sql`o.subject = ANY (${subjects}::text[])`)),
    ]);
    return Promise.all(
      commands.map(async ({ asked: { calendar }, actor }) => ({
        newest: (await this.calendars.latest(calendar, queries))?.revision,
        runningId: running.find((one) => one.calendar === calendar)?.id,
        officer: officerNamed(
          actor,
          officers.find(({ subject }) => subject === actor.subject),
        ),
      })),
    );
  }

  /** @throws Refusal RECALCULATION.REVISION_NOT_NEWEST, RECALCULATION.IN_PROGRESS, DEADLINE.CALENDAR_UNKNOWN */
  decide(
    { newest, runningId, officer }: StartFacts,
    { id, agencies, asked: { calendar, revision, reason } }: StartRecalculationCommand,
    at: Temporal.Instant,
  ): RecalculationRow {
    if (newest === undefined) throw new Refusal<WorkflowCode>('DEADLINE.CALENDAR_UNKNOWN', { calendar });
    if (revision !== newest) throw new Refusal<WorkflowCode>('RECALCULATION.REVISION_NOT_NEWEST', { revision, newest });
    if (runningId !== undefined) throw new Refusal<WorkflowCode>('RECALCULATION.IN_PROGRESS', { id: runningId });
    const { subject, name } = officer;
    return { id, calendar, revision, agencies, reason, by_subject: subject, by_name: name, at, finished_at: null };
  }

  answer(row: RecalculationRow): Answer<RecalculationView> {
    const location = `/workflow/v1/deadline-recalculations/${row.id}`;
    return accepted(recalculationView(row, NONE_YET), { version: 1, location });
  }
}
