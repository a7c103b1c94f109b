import { Injectable } from '@nestjs/common';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { currentIdentifier, foldedQuery } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf, sql } from '@motcua/platform';
import { AGENCIES } from '../persistence/agencies.js';
import type { FindAgenciesQuery } from './find-agencies.query.js';

@Injectable()
export class FindAgencies {
  constructor(private readonly database: Database) {}

  async execute({ parent, level, kind, query, cursor, limit }: FindAgenciesQuery): Promise<Page<AgencyRecord>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    // Only the conditions that are asked for, so that the planner can use the index that fits; few texts, each prepared once.
    const conditions = [
      sql`code > ${String(after)}`,
      ...(parent === undefined ? [] : [sql`parent = ${currentIdentifier(parent)}`]),
      ...(level === undefined ? [] : [sql`level = ${level}`]),
      ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
      ...(query === undefined ? [] : [sql`words @@ ${foldedQuery(query)}::tsquery`]),
    ];
    const rows = await this.database.query<AgencyRecord>(
      sql`SELECT ${AGENCIES.columns()} FROM agency WHERE ${sql.join(conditions, ' AND ')} ORDER BY code LIMIT ${limit + 1}`,
    );
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (agency) => agency,
    );
  }
}
