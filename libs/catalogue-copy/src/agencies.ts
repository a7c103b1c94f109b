import { Injectable } from '@nestjs/common';
import { currentIdentifier } from '@motcua/kernel';
import { Database, type Queries, type Sql, sql } from '@motcua/platform';

export interface Agency {
  readonly code: string;
  readonly legacyCode: string;
  readonly name: string;
  readonly level: string;
  /** `administrative` or `postOffice`. */
  readonly kind: string;
  readonly parent: string | null;
  /** From the root to the agency itself. */
  readonly ancestors: readonly string[];
  readonly calendar: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly active: boolean;
}

const COLUMNS = `code, legacy_code AS "legacyCode", name, level, kind, parent, ancestors, calendar, address, phone, active`;
const FIND = `SELECT ${COLUMNS} FROM agency_copy WHERE code = $1 OR legacy_code = $2`;
const FIND_OPEN = `
  WITH RECURSIVE followed AS (
    SELECT * FROM agency_copy WHERE code = $1 OR legacy_code = $2
    UNION
    SELECT f.* FROM agency_copy f JOIN followed b ON NOT b.active AND cardinality(b.successors) = 1 AND f.code = b.successors[1]
  )
  SELECT ${COLUMNS} FROM followed WHERE active LIMIT 1`;
const FIND_MANY = `SELECT ${COLUMNS} FROM agency_copy WHERE code = ANY ($1)`;
const BELOW = `SELECT code FROM agency_copy WHERE ancestors && $1 ORDER BY code`;

/** The service's copy of the province's agencies. */
@Injectable()
export class Agencies {
  constructor(private readonly database: Database) {}

  /** By identifier in its current or its legacy form. @rule R2 */
  async find(identifier: string, queries: Queries = this.database): Promise<Agency | undefined> {
    const [agency] = await queries.query<Agency>(FIND, [currentIdentifier(identifier), identifier]);
    return agency;
  }

  /** The agency, or who took its place where it is closed and one alone did. @rule R23 */
  async findOpen(identifier: string, queries: Queries = this.database): Promise<Agency | undefined> {
    const [agency] = await queries.query<Agency>(FIND_OPEN, [currentIdentifier(identifier), identifier]);
    return agency;
  }

  findMany(codes: readonly string[], queries: Queries = this.database): Promise<Agency[]> {
    return queries.query<Agency>(FIND_MANY, [codes]);
  }

  /** Those whose codes a statement gives, and those that are named by identifier in either form (R2). */
  among(queries: Queries, codes: Sql, identifiers: readonly string[]): Promise<Agency[]> {
    const current = identifiers.map(currentIdentifier);
    const named =
      identifiers.length === 0
        ? sql.empty
        : sql` UNION SELECT unnest(${current}::text[]) UNION SELECT code FROM agency_copy WHERE legacy_code = ANY (${identifiers}::text[])`;
    return queries.query<Agency>(sql`SELECT ${sql.raw(COLUMNS)} FROM agency_copy WHERE code IN (${codes}${named})`);
  }

  /** The agency and all below it, as identifiers. */
  async subtree(code: string, queries: Queries = this.database): Promise<string[]> {
    return this.subtrees([code], queries);
  }

  /** These agencies and all below them. */
  async subtrees(codes: readonly string[], queries: Queries = this.database): Promise<string[]> {
    const rows = await queries.query<{ code: string }>(BELOW, [codes]);
    return rows.map((row) => row.code);
  }

  /** These agencies with all their ancestors: what {@link Belonging} asks for. */
  async withAncestors(codes: readonly string[], queries: Queries = this.database): Promise<string[]> {
    const agencies = await this.findMany(codes, queries);
    return [...new Set([...codes, ...agencies.flatMap(({ ancestors }) => ancestors)])];
  }
}
