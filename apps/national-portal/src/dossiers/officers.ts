import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';

const REPLICATE = `
  INSERT INTO officer_copy (subject, name, title) VALUES ($1, $2, $3)
  ON CONFLICT (subject) DO UPDATE SET name = $2, title = $3`;
const TITLE = 'SELECT DISTINCT title FROM officer_copy WHERE name = $1 LIMIT 2';

/** The titles of officers. */
@Injectable()
export class Officers {
  async replicate(tx: Tx, officer: { subject: string; name: string; title: string }): Promise<void> {
    await tx.query(REPLICATE, [officer.subject, officer.name, officer.title]);
  }

  /** By name, as events of the public status give it; null where several of one name have different titles. */
  async titleOf(tx: Tx, name: string): Promise<string | null> {
    const titles = await tx.query<{ title: string }>(TITLE, [name]);
    return titles.length === 1 ? titles[0]!.title : null;
  }
}
