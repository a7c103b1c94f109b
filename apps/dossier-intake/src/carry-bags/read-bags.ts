import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import { isUuid, Refusal } from '@motcua/kernel';
import { type Actor, agenciesOf, assertReach, Database, decodeCursor, type PlatformCode, sql } from '@motcua/platform';
import { type BagRow, BAGS } from '../persistence/bag-row.js';
import type { FindBagsQuery } from './find-bags.query.js';

/** Bags that an office sends or receives. */
@Injectable()
export class ReadBags {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  /** @throws Refusal RESOURCE.NOT_FOUND, also where neither office is the caller's */
  async one(id: string, actor: Actor): Promise<BagRow> {
    const [bag] = await this.database.query<BagRow>(sql`SELECT ${BAGS.columns('b')} FROM bag b WHERE b.id = ${id}`);
    if (!bag) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const offices = await this.agencies.findMany([bag.fromAgency, bag.toAgency], this.database);
    assertReach(actor, 'dossier.return', { agencies: [], offices: offices.flatMap(({ ancestors }) => ancestors) });
    return bag;
  }

  /** The newest first, and one row more than asked for. */
  page(actor: Actor, { cursor, limit, status, number }: FindBagsQuery): Promise<BagRow[]> {
    const own = [...agenciesOf(actor)];
    const [last] = decodeCursor(cursor, 1) ?? [];
    const after = typeof last === 'string' && isUuid(last) ? last : null;
    const [, office = null, n = null] = /^\s*([A-Z][\d.]+)-T0*(\d{1,9})\s*$/i.exec(number ?? '') ?? [];
    if (number !== undefined && n === null) return Promise.resolve([]);
    return this.database.query<BagRow>(sql`
      SELECT ${BAGS.columns('b')} FROM bag b
      WHERE (b.from_agency = ANY (${own}) OR b.to_agency = ANY (${own})) AND (${after}::uuid IS NULL OR b.id < ${after}::uuid)
        AND (${status ?? null}::text IS NULL OR b.status = ${status ?? null})
        AND (${n}::int IS NULL OR b.n = ${n}::int AND b.from_agency = upper(${office}))
      ORDER BY b.id DESC LIMIT ${limit + 1}`);
  }
}
