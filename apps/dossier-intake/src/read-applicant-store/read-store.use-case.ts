import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, Database, decodeCursor, type PageQuery, type Tx, UnitOfWork } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';
import { ownsStore, processes } from '../applicant-store/may-open-store.js';
import type { StoreItemView } from './store-item.view.js';

export type StoreItem = Omit<StoreItemView, 'issuedAt'> & { readonly issuedAt: Temporal.Instant };

const ITEMS = `
  SELECT id, kind, dossier_id AS "dossierId", code, name, number, issued_at AS "issuedAt", sha256, size, media_type AS "mediaType",
    valid_until AS "validUntil", revoked_reason AS "revokedReason" FROM store_item
  WHERE applicant_ref = $1 AND ($2::timestamptz IS NULL OR (issued_at, id) < ($2::timestamptz, $3::uuid))
  ORDER BY issued_at DESC, id DESC LIMIT $4`;

/** Reads a page of an applicant's store, and one item more where there is a next page. */
@Injectable()
export class ReadStore {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async own({ applicantRef }: Actor, page: PageQuery): Promise<StoreItem[]> {
    return applicantRef === undefined ? [] : readItems(this.database, applicantRef, page);
  }

  /**
   * The store of a dossier's applicant: for its owner, and for an officer who processes the dossier, whose look is kept
   * in the dossier's history. @throws Refusal RESOURCE.NOT_FOUND
   */
  through(dossierId: string, actor: Actor, page: PageQuery): Promise<StoreItem[]> {
    return this.unitOfWork.run(async (tx) => {
      const { dossier, head } = await this.dossiers.lockWhere(
        tx,
        dossierId,
        (row, agencies) => ownsStore(actor, row) || processes(actor, row, agencies),
      );
      const items = await readItems(tx, dossier.applicantRef, page);
      if (ownsStore(actor, dossier)) return items;
      const detail = { items: Math.min(items.length, page.limit) };
      tx.record(
        { aggregate: dossierId, at: this.clock.now(), actor: actor.subject, action: 'storeRead', detail },
        head,
      );
      return items;
    });
  }
}

function readItems(
  queries: Pick<Tx, 'query'>,
  applicantRef: string,
  { cursor, limit }: PageQuery,
): Promise<StoreItem[]> {
  const [issuedAt = null, id = null] = decodeCursor(cursor, 2) ?? [];
  return queries.query<StoreItem>(ITEMS, [applicantRef, issuedAt, id, limit + 1]);
}
