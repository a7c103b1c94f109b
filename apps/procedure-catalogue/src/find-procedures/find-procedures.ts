import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, currentIdentifier, dayInVietnam } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf } from '@motcua/platform';
import type { FindProceduresQuery } from './find-procedures.query.js';
import { type Filters, listStatement, searchStatement } from './list-statement.js';
import { type ProcedureLine, procedureLine, type ProcedureRow } from './procedure-line.js';
import { searchTerms } from './search-terms.js';

@Injectable()
export class FindProcedures {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(query: FindProceduresQuery): Promise<Page<ProcedureLine>> {
    const day = dayInVietnam(query.at === undefined ? this.clock.now() : Temporal.Instant.from(query.at));
    return query.query === undefined ? this.list(query, day) : this.search(query, query.query, day);
  }

  private async list(query: FindProceduresQuery, day: string): Promise<Page<ProcedureLine>> {
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const statement = listStatement(day, filtersOf(query), String(after), query.limit + 1);
    const rows = await this.database.query<ProcedureRow>(statement);
    return pageOf(rows, query.limit, ({ code }) => [code], procedureLine);
  }

  private async search(query: FindProceduresQuery, text: string, day: string): Promise<Page<ProcedureLine>> {
    const [rank = -1, size = 0, after = ''] = decodeCursor(query.cursor, 3) ?? [];
    const terms = searchTerms(text);
    if (!terms) return { items: [], next: null };
    const position = [whole(rank), whole(size), String(after)] as const;
    const statement = searchStatement(day, filtersOf(query), terms, position, query.limit + 1);
    const rows = await this.database.query<ProcedureRow & { rank: number; size: number }>(statement);
    return pageOf(rows, query.limit, (row) => [row.rank, row.size, row.code], procedureLine);
  }
}

/** A cursor is the caller's to bend: what is no small number begins the list anew. */
const whole = (part: string | number): number =>
  Number.isInteger(part) && Math.abs(Number(part)) < 1_000_000 ? Number(part) : -1;

const filtersOf = ({ field, agency, level, onlineLevel, channel }: FindProceduresQuery): Filters => ({
  field,
  agency: agency === undefined ? undefined : currentIdentifier(agency),
  level,
  onlineLevel,
  channel,
});
