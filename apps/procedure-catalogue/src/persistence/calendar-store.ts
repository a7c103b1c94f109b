import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDefinition } from '@motcua/legal-clock';
import { Database, type Tx } from '@motcua/platform';

type Queries = Pick<Tx, 'query'>;

export interface CalendarRecord {
  readonly code: string;
  readonly revision: number;
  readonly definition: CalendarDefinition;
}

const COLUMNS = 'code, revision, definition';
const FIND = `SELECT ${COLUMNS} FROM working_calendar WHERE code = $1`;
const LOCK = `${FIND} FOR UPDATE`;
const LIST = `SELECT ${COLUMNS} FROM working_calendar WHERE $1::text IS NULL OR code > $1 ORDER BY code LIMIT $2`;
const CREATE = `INSERT INTO working_calendar (code, revision, definition) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING RETURNING code`;
const REPLACE = `UPDATE working_calendar SET revision = $2, definition = $3 WHERE code = $1`;

@Injectable()
export class CalendarStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(code: string, queries: Queries = this.database): Promise<CalendarRecord | undefined> {
    const [calendar] = await queries.query<CalendarRecord>(FIND, [code]);
    return calendar;
  }

  list(after: string | undefined, limit: number): Promise<CalendarRecord[]> {
    return this.database.query<CalendarRecord>(LIST, [after ?? null, limit]);
  }

  async lock(tx: Tx, code: string): Promise<CalendarRecord | undefined> {
    const [calendar] = await tx.query<CalendarRecord>(LOCK, [code]);
    return calendar;
  }

  /** False where another transaction has just created it. */
  async create(tx: Tx, code: string, definition: CalendarDefinition): Promise<boolean> {
    const rows = await tx.query(CREATE, [code, JSON.stringify(definition)]);
    return rows.length > 0;
  }

  async replace(tx: Tx, { code, revision, definition }: CalendarRecord): Promise<void> {
    await tx.query(REPLACE, [code, revision, JSON.stringify(definition)]);
  }
}
