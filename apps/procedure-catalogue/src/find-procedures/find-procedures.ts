import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, currentIdentifier, dayInVietnam } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf } from '@motcua/platform';
import type { FindProceduresQuery } from './find-procedures.query.js';
import { type Filters, listStatement } from './list-statement.js';
import { type ProcedureLine, procedureLine, type ProcedureRow } from './procedure-line.js';
import { searchStatement } from './search-statement.js';
import { understand } from './understand.js';

@Injectable()
export class FindProcedures {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param drafts whether the caller keeps the catalogue, and sees what is not announced yet */
  execute(query: FindProceduresQuery, drafts: boolean): Promise<Page<ProcedureLine>> {
    const day = dayInVietnam(query.at === undefined ? this.clock.now() : Temporal.Instant.from(query.at));
    const text = query.query;
    if (text === undefined) return this.list(query, drafts, day);
    return CODE_BEGUN.test(text.trim())
      ? this.list(query, drafts, day, text.trim().toUpperCase())
      : this.search(query, drafts, text, day);
  }

  private async list(
    query: FindProceduresQuery,
    drafts: boolean,
    day: string,
    begun?: string,
  ): Promise<Page<ProcedureLine>> {
    const [after = ''] = decodeCursor(query.cursor, 1) ?? [];
    const codes = { after: String(after), ...(begun !== undefined && { begun }) };
    const statement = listStatement(day, filtersOf(query, drafts), codes, query.limit + 1);
    const rows = await this.database.query<ProcedureRow>(statement);
    return pageOf(rows, query.limit, ({ code }) => [code], procedureLine);
  }

  private async search(
    query: FindProceduresQuery,
    drafts: boolean,
    text: string,
    day: string,
  ): Promise<Page<ProcedureLine>> {
    const [rank = FIRST, size = 0, after = ''] = decodeCursor(query.cursor, 3) ?? [];
    const phrasings = await understand(this.database, text);
    if (phrasings.length === 0) return { items: [], next: null };
    const position = [whole(rank), whole(size), String(after)] as const;
    const statement = searchStatement(day, filtersOf(query, drafts), phrasings, position, query.limit + 1);
    const rows = await this.database.query<ProcedureRow & { rank: number; size: number }>(statement);
    return pageOf(rows, query.limit, (row) => [row.rank, row.size, row.code], procedureLine);
  }
}

/** Code of a procedure, or its beginning. */
const CODE_BEGUN = /^\d\.[\d.]*(?:[A-Z]\d*)?$/iu;
/** Before every rank. */
const FIRST = -9_999_999;

/** A cursor is the caller's to bend: what is no small number begins the list anew. */
const whole = (part: string | number): number =>
  Number.isInteger(part) && Math.abs(Number(part)) <= -FIRST ? Number(part) : FIRST;

const filtersOf = ({ field, agency, level, onlineLevel, channel }: FindProceduresQuery, drafts: boolean): Filters => ({
  field,
  agency: agency === undefined ? undefined : currentIdentifier(agency),
  level,
  onlineLevel,
  channel,
  drafts,
});
