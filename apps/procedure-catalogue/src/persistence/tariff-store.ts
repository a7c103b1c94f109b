import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@motcua/platform';
import type { TariffLine, TariffRecord } from '@motcua/catalogue-domain';

type Queries = Pick<Tx, 'query'>;

const FIND = `SELECT procedure, revision, lines, imported FROM tariff WHERE procedure = $1`;
const SAVE = `
  INSERT INTO tariff (procedure, revision, lines, imported) VALUES ($1, $2, $3, $4)
  ON CONFLICT (procedure) DO UPDATE SET revision = $2, lines = $3, imported = $4`;

@Injectable()
export class TariffStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(procedure: string, queries: Queries = this.database): Promise<TariffRecord | undefined> {
    const [tariff] = await queries.query<TariffRecord>(FIND, [procedure]);
    return tariff;
  }

  /** The caller holds the lock of the procedure's row. */
  async save(tx: Tx, { procedure, revision, lines, imported }: TariffRecord): Promise<void> {
    await tx.query(SAVE, [procedure, revision, JSON.stringify(lines), imported]);
  }
}
