import { Inject, Injectable } from '@nestjs/common';
import { allWords, currentIdentifier, folded } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf } from '@motcua/platform';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { AGENCY_COLUMNS } from '../persistence/agency-store.js';
import type { FindAgenciesQuery } from './find-agencies.query.js';

// Two texts, so that the planner can use the index that fits; each is prepared once.
const LIST = `
  SELECT ${AGENCY_COLUMNS} FROM agency
  WHERE ($1::text IS NULL OR code > $1) AND ($2::text IS NULL OR parent = $2) AND ($3::text IS NULL OR level = $3)
  ORDER BY code LIMIT $4`;
const SEARCH = `
  SELECT ${AGENCY_COLUMNS} FROM agency
  WHERE words @@ $5::tsquery AND ($1::text IS NULL OR code > $1) AND ($2::text IS NULL OR parent = $2) AND ($3::text IS NULL OR level = $3)
  ORDER BY code LIMIT $4`;

@Injectable()
export class FindAgencies {
  constructor(@Inject(Database) private readonly database: Database) {}

  async execute({ parent, level, query, cursor, limit }: FindAgenciesQuery): Promise<Page<AgencyRecord>> {
    const [after = null] = decodeCursor(cursor, 1) ?? [];
    const filters = [
      after === null ? null : String(after),
      parent === undefined ? null : currentIdentifier(parent),
      level ?? null,
      limit + 1,
    ];
    const rows =
      query === undefined
        ? await this.database.query<AgencyRecord>(LIST, filters)
        : await this.database.query<AgencyRecord>(SEARCH, [...filters, allWords(folded(query))]);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (agency) => agency,
    );
  }
}
