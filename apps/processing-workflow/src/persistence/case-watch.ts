import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import {
  type CaseFact,
  type CaseState,
  type WatchedInstant,
  watchedInstants,
  whenInstantPasses,
} from '@motcua/processing-domain';
import { CalendarsOfCase } from './calendars-of-case.js';
import { WatchConfig } from './watch.config.js';

// What is noticed already stays; what is no longer to be noticed goes.
const SAVE = `
  WITH wanted AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS w (name text, at timestamptz)), gone AS (
    DELETE FROM watched_instant i WHERE dossier_id = $1 AND done_at IS NULL AND NOT EXISTS (SELECT FROM wanted w WHERE w.name = i.name)
  )
  INSERT INTO watched_instant AS i (dossier_id, name, at) SELECT $1, name, at FROM wanted
  ON CONFLICT (dossier_id, name) DO UPDATE SET at = excluded.at WHERE i.done_at IS NULL AND i.at <> excluded.at`;

// A row that the case no longer wants watched is done as well, with nothing noticed.
const TAKE = `
  UPDATE watched_instant SET done_at = $2
  WHERE dossier_id = $1 AND done_at IS NULL AND at < $2 AND ($4::uuid = id OR ($4::uuid IS NULL AND name = ANY ($3)))
  RETURNING name`;

/** An instant that has passed, and what is so from then on. */
export interface PassedInstant {
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly facts: readonly CaseFact[];
}

const sameInstant = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

/** Whether nothing moved that {@link watchedInstants} looks at. */
const watchedAlike = (a: CaseState, b: CaseState): boolean =>
  a.status === b.status &&
  sameInstant(a.due.promised, b.due.promised) &&
  sameInstant(a.due.statutory, b.due.statutory) &&
  a.tasks.length === b.tasks.length &&
  a.tasks.every((task, i) => task.id === b.tasks[i]?.id && sameInstant(task.dueAt, b.tasks[i].dueAt));

/** The instants at which something is to be noticed about a case, as rows that the sweep finds when they pass. */
@Injectable()
export class CaseWatch {
  constructor(
    private readonly calendars: CalendarsOfCase,
    private readonly config: WatchConfig,
  ) {}

  async instants(tx: Tx, state: CaseState): Promise<WatchedInstant[]> {
    const { current } = await this.calendars.of(state, tx);
    return watchedInstants(state, current, this.config.settings);
  }

  /**
   * What has passed by now and was noticed by nobody yet: of one instant, or of all. Each is noticed once, by the sweep or by
   * the next change of the case, whichever comes first; so a case that goes on just after its due date was late all the same.
   */
  async passed(tx: Tx, state: CaseState, now: Temporal.Instant, id: string | null = null): Promise<PassedInstant[]> {
    const passed = (await this.instants(tx, state)).filter(({ at }) => Temporal.Instant.compare(at, now) < 0);
    if (passed.length === 0 && id === null) return [];
    const taken = await tx.query<{ name: string }>(TAKE, [state.dossierId, now, passed.map(({ name }) => name), id]);
    return passed
      .filter(({ name }) => taken.some((row) => row.name === name))
      .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
      .map((one) => ({ name: one.name, at: one.at, facts: whenInstantPasses(state, one, now) }))
      .filter(({ facts }) => facts.length > 0);
  }

  /** Brings the rows to what the case wants watched. */
  async save(tx: Tx, before: CaseState | undefined, after: CaseState): Promise<void> {
    if (before && watchedAlike(before, after)) return;
    const wanted = await this.instants(tx, after);
    await tx.query(SAVE, [
      after.dossierId,
      JSON.stringify(wanted.map(({ name, at }) => ({ name, at: at.toString() }))),
    ]);
  }
}
