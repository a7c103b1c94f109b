import { Inject, Injectable } from '@nestjs/common';
import type { Plain, TariffLine as PublishedLine } from '@motcua/contracts';
import { Database, type Tx } from '@motcua/platform';

type Queries = Pick<Tx, 'query'>;

/** One dated fee or charge (R16), as it is published. A null amount is not set yet by the provincial council. */
export type TariffLine = Plain<PublishedLine>;

export interface TariffRecord {
  readonly procedure: string;
  readonly revision: number;
  readonly lines: readonly TariffLine[];
  /** As an import read it, and nobody set it since. */
  readonly imported: boolean;
}

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
