import { Injectable } from '@nestjs/common';
import { compileCalendar, parseCalendar, type WorkingCalendar } from '@motcua/legal-clock';
import { Database, NotYetKnown, type Tx } from '@motcua/platform';

export interface KnownCalendar {
  readonly code: string;
  readonly revision: number;
  readonly calendar: WorkingCalendar;
}

const LATEST = `SELECT revision FROM calendar_copy WHERE code = $1 ORDER BY revision DESC LIMIT 1`;
const DEFINITION = `SELECT definition FROM calendar_copy WHERE code = $1 AND revision = $2`;
const KEPT = 64;

/** The service's copy of the working calendars. Compiled ones are kept: a revision never changes. */
@Injectable()
export class Calendars {
  private readonly compiled = new Map<string, KnownCalendar>();

  constructor(private readonly database: Database) {}

  /** The newest revision known here; undefined when there is none. */
  async latest(code: string, queries: Pick<Tx, 'query'> = this.database): Promise<KnownCalendar | undefined> {
    const [row] = await queries.query<{ revision: number }>(LATEST, [code]);
    return row && this.revision(code, row.revision, queries);
  }

  /** @throws NotYetKnown when this revision has not arrived: an event that refers to it waits */
  async revision(code: string, revision: number, queries: Pick<Tx, 'query'> = this.database): Promise<KnownCalendar> {
    const name = `${code}@${revision}`;
    const kept = this.compiled.get(name);
    if (kept) return kept;
    const [row] = await queries.query<{ definition: object }>(DEFINITION, [code, revision]);
    if (!row) throw new NotYetKnown(`calendar ${name}`);
    const known = { code, revision, calendar: compileCalendar(parseCalendar(row.definition)) };
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(name, known);
    return known;
  }
}
