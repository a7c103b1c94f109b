import { Inject, Injectable } from '@nestjs/common';
import { currentIdentifier, distinctWords, folded } from '@motcua/kernel';
import { Database, type Tx } from '@motcua/platform';
import type { AgencyRecord } from '@motcua/catalogue-domain';

type Queries = Pick<Tx, 'query'>;

export const AGENCY_COLUMNS = `code, legacy_code AS "legacyCode", name, level, parent, ancestors, calendar, address, phone, active, revision`;
const FIND = `SELECT ${AGENCY_COLUMNS} FROM agency WHERE code = $1 OR legacy_code = $2 ORDER BY code = $1 DESC LIMIT 1`;
const BY_NAME = `SELECT ${AGENCY_COLUMNS} FROM agency WHERE name_folded = $1 AND active LIMIT 2`;
const BELOW = `SELECT ${AGENCY_COLUMNS} FROM agency WHERE ancestors @> ARRAY[$1] AND code <> $1 ORDER BY cardinality(ancestors), code FOR UPDATE`;
const KNOWN = `SELECT code FROM agency WHERE code = ANY ($1) AND active`;
// The tree is one: two moves at once could make a circle that neither of them sees.
const LOCK_TREE = `SELECT pg_advisory_xact_lock(hashtextextended('catalogue.agency-tree', 0))`;
const SAVE = `
  INSERT INTO agency (code, legacy_code, name, level, parent, ancestors, calendar, address, phone, active, revision, name_folded, words)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, array_to_tsvector($13::text[]))
  ON CONFLICT (code) DO UPDATE SET legacy_code = $2, name = $3, level = $4, parent = $5, ancestors = $6, calendar = $7,
    address = $8, phone = $9, active = $10, revision = $11, name_folded = $12, words = array_to_tsvector($13::text[])`;

@Injectable()
export class AgencyStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By identifier in its current or its legacy form (R2). */
  async find(identifier: string, queries: Queries = this.database): Promise<AgencyRecord | undefined> {
    const [agency] = await queries.query<AgencyRecord>(FIND, [currentIdentifier(identifier), identifier]);
    return agency;
  }

  async lockTree(tx: Tx): Promise<void> {
    await tx.query(LOCK_TREE);
  }

  /** The one agency at work of that name, however its diacritics are written; undefined where none or several have it. */
  async findByName(name: string, queries: Queries = this.database): Promise<AgencyRecord | undefined> {
    const found = await queries.query<AgencyRecord>(BY_NAME, [folded(name)]);
    return found.length === 1 ? found[0] : undefined;
  }

  /** All below an agency, parents before children. */
  below(tx: Tx, code: string): Promise<AgencyRecord[]> {
    return tx.query<AgencyRecord>(BELOW, [code]);
  }

  /** Which of these identifiers are of agencies at work. */
  async known(codes: readonly string[], queries: Queries = this.database): Promise<Set<string>> {
    const rows = await queries.query<{ code: string }>(KNOWN, [codes]);
    return new Set(rows.map(({ code }) => code));
  }

  async save(tx: Tx, agency: AgencyRecord): Promise<void> {
    const { code, legacyCode, name, level, parent, ancestors, calendar, address, phone, active, revision } = agency;
    const words = distinctWords(folded(`${code} ${name}`));
    await tx.query(SAVE, [
      code,
      legacyCode,
      name,
      level,
      parent,
      ancestors,
      calendar,
      address,
      phone,
      active,
      revision,
      folded(name),
      words,
    ]);
  }
}
