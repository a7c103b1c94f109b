import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  Database,
  decodeCursor,
  ok,
  type PageQuery,
  type Queries,
  refsOf,
  sql,
  Unchanged,
  type PlatformCode,
} from '@motcua/platform';
import { ownsStore, processes } from '../applicant-store/may-open-store.js';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import type { StoreItemView } from './store-item.view.js';

type StoreItem = Omit<StoreItemView, 'issuedAt' | 'revokedAt'> & {
  readonly issuedAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | null;
};

interface OpenStore extends DossierCommand {
  readonly actor: Actor;
  readonly page: PageQuery;
}

/**
 * The store of a dossier's applicant: for its owner, and for an officer who processes the dossier, whose look is recorded
 * in the dossier's history. @throws Refusal RESOURCE.NOT_FOUND
 */
const OPEN_STORE: DossierDecision<OpenStore, { readonly items: readonly StoreItem[] }, readonly StoreItem[]> = {
  scope: null,
  more: (queries, facts, commands) =>
    Promise.all(
      facts.map(async ({ dossier }, index) => {
        const page = commands[index]?.page;
        return { items: page ? await readItems(queries, [dossier.applicantRef], page) : [] };
      }),
    ),
  decide: ({ dossier, agencies, items }, { actor, page }, now) => {
    if (ownsStore(actor, dossier)) return new Unchanged(ok(items));
    if (!processes(actor, dossier, agencies)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const detail = { items: Math.min(items.length, page.limit) };
    const facts = [{ action: 'storeRead', detail }] as const;
    return { before: dossier, after: dossier, at: now, actor: actor.subject, facts };
  },
  answer: (_, __, { items }) => ok(items),
};

/** Reads a page of an applicant's store, and one item more where there is a next page. */
@Injectable()
export class ReadStore {
  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
  ) {}

  own(actor: Actor, page: PageQuery): Promise<readonly StoreItem[]> {
    return readItems(this.database, refsOf(actor), page);
  }

  async through(id: string, actor: Actor, page: PageQuery): Promise<readonly StoreItem[]> {
    return (await this.dossiers.run(OPEN_STORE, { id, actor, page })).body;
  }
}

function readItems(queries: Queries, owners: readonly string[], { cursor, limit }: PageQuery): Promise<StoreItem[]> {
  const [issuedAt = null, id = null] = decodeCursor(cursor, 2) ?? [];
  return queries.query<StoreItem>(sql`
    SELECT id, kind, dossier_id AS "dossierId", code, name, number, issued_at AS "issuedAt", sha256, size, media_type AS "mediaType",
      decision, source_id AS "sourceId", valid_until AS "validUntil", revoked_at AS "revokedAt", revoked_reason AS "revokedReason", replaced_by AS "replacedBy", owed
    FROM stored_paper
    WHERE applicant_ref = ANY (${owners}) AND (${issuedAt}::timestamptz IS NULL OR (issued_at, id) < (${issuedAt}::timestamptz, ${id}::uuid))
    ORDER BY issued_at DESC, id DESC LIMIT ${limit + 1}`);
}
