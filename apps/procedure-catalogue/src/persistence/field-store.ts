import { folded } from '@motcua/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { assertVersion, Database, type Tx } from '@motcua/platform';

type Queries = Pick<Tx, 'query'>;

export interface FieldRecord {
  readonly code: string;
  readonly name: string;
  readonly revision: number;
}

const COLUMNS = 'code, name, revision';
const FIND = `SELECT ${COLUMNS} FROM field WHERE code = $1`;
const BY_NAME = `SELECT ${COLUMNS} FROM field WHERE name_folded = $1 ORDER BY code LIMIT 2`;
const LIST = `SELECT ${COLUMNS} FROM field WHERE $1::text IS NULL OR code > $1 ORDER BY code LIMIT $2`;
const SAVE = `
  INSERT INTO field (code, name, name_folded, revision) VALUES ($1, $2, $3, 1)
  ON CONFLICT (code) DO UPDATE SET name = $2, name_folded = $3, revision = field.revision + 1 WHERE field.revision = $4
  RETURNING ${COLUMNS}`;

/** Fields (lĩnh vực) of procedures. */
@Injectable()
export class FieldStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(code: string, queries: Queries = this.database): Promise<FieldRecord | undefined> {
    const [field] = await queries.query<FieldRecord>(FIND, [code]);
    return field;
  }

  /** The one field of that name, however its diacritics are written; undefined where none or several have it. */
  async findByName(name: string, queries: Queries = this.database): Promise<FieldRecord | undefined> {
    const found = await queries.query<FieldRecord>(BY_NAME, [folded(name)]);
    return found.length === 1 ? found[0] : undefined;
  }

  list(after: string | undefined, limit: number): Promise<FieldRecord[]> {
    return this.database.query<FieldRecord>(LIST, [after ?? null, limit]);
  }

  /** @throws Refusal RESOURCE.CHANGED, REQUEST.PRECONDITION_REQUIRED */
  async save(tx: Tx, code: string, name: string, seen: number | undefined): Promise<FieldRecord> {
    assertVersion((await this.find(code, tx))?.revision, seen);
    const [field] = await tx.query<FieldRecord>(SAVE, [code, name, folded(name), seen ?? 0]);
    if (!field) assertVersion((await this.find(code, tx))?.revision, seen);
    return field as FieldRecord;
  }
}
