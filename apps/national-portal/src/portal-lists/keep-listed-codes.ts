import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@motcua/platform';
import type { ListedCode } from './match-codes.js';
import type { ListKind } from './read-list.js';

const KEEP = `
  INSERT INTO portal_code (kind, code, name, seen_at)
  SELECT $1, code, name, clock_timestamp() FROM jsonb_to_recordset($2::jsonb) AS r (code text, name text)
  ON CONFLICT (kind, code) DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at`;
const FORGET = `
  DELETE FROM portal_code WHERE kind = $1 AND code NOT IN (SELECT code FROM jsonb_to_recordset($2::jsonb) AS r (code text))`;

/** What the portal has of a kind, which is what is shown as unmapped beside it, and what our register is compared with. */
@Injectable()
export class KeepListedCodes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async keep(kind: ListKind, listed: readonly ListedCode[], whole: boolean): Promise<void> {
    const rows = JSON.stringify(listed);
    await this.unitOfWork.run(async (tx) => {
      await tx.query(KEEP, [kind, rows]);
      if (whole) await tx.query(FORGET, [kind, rows]);
    });
  }
}
