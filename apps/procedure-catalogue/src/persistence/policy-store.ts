import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@motcua/platform';
import type { PolicyRecord } from '@motcua/catalogue-domain';

type Queries = Pick<Tx, 'query'>;

const COLUMNS = `code, kind, name, basis_points AS "basisPoints", legal_basis AS "legalBasis", valid_from AS "validFrom", valid_to AS "validTo", scope, revision`;
const FIND = `SELECT ${COLUMNS} FROM policy WHERE code = $1`;
const LIST = `SELECT ${COLUMNS} FROM policy WHERE $1::text IS NULL OR code > $1 ORDER BY code LIMIT $2`;
const SAVE = `
  INSERT INTO policy (code, kind, name, basis_points, legal_basis, valid_from, valid_to, scope, revision)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (code) DO UPDATE SET kind = $2, name = $3, basis_points = $4, legal_basis = $5, valid_from = $6, valid_to = $7,
    scope = $8, revision = $9 WHERE policy.revision = $9 - 1
  RETURNING revision`;

@Injectable()
export class PolicyStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(code: string, queries: Queries = this.database): Promise<PolicyRecord | undefined> {
    const [policy] = await queries.query<PolicyRecord>(FIND, [code]);
    return policy;
  }

  list(after: string | undefined, limit: number): Promise<PolicyRecord[]> {
    return this.database.query<PolicyRecord>(LIST, [after ?? null, limit]);
  }

  /** False where someone else was faster. */
  async save(tx: Tx, policy: PolicyRecord): Promise<boolean> {
    const { code, kind, name, basisPoints, legalBasis, validFrom, validTo, scope, revision } = policy;
    const rows = await tx.query(SAVE, [
      code,
      kind,
      name,
      basisPoints,
      legalBasis,
      validFrom,
      validTo,
      JSON.stringify(scope),
      revision,
    ]);
    return rows.length > 0;
  }
}
