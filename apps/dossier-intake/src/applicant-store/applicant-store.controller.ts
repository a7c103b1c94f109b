import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '@motcua/kernel';
import { type Actor, CurrentActor, Database, decodeCursor, type Page, pageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../persistence/dossiers.js';
import { ApplicantStoreQuery } from './applicant-store.query.js';
import { StorePageView } from './store-page.view.js';
import type { StoreItemView } from './store-item.view.js';

type Item = Omit<StoreItemView, 'issuedAt'> & { readonly issuedAt: Temporal.Instant };

const ITEMS = `
  SELECT id, kind, dossier_id AS "dossierId", code, name, number, issued_at AS "issuedAt", sha256, size, media_type AS "mediaType" FROM store_item
  WHERE applicant_ref = $1 AND ($2::timestamptz IS NULL OR (issued_at, id) < ($2::timestamptz, $3::uuid))
  ORDER BY issued_at DESC, id DESC LIMIT $4`;

@Controller('v1/applicant-store')
@ApiTags('applicant store')
export class ApplicantStoreController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
  ) {}

  @Get()
  @Requires('dossier.read')
  @ApiOperation({
    summary: 'Results and accepted papers of an applicant, newest first, to be reused as components (R20)',
  })
  @ApiOkResponse({ type: StorePageView })
  async list(
    @Query() { dossier, cursor, limit }: ApplicantStoreQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<StoreItemView>> {
    const owner =
      dossier === undefined
        ? actor.applicantRef
        : (await this.dossiers.see(dossier, actor, 'dossier.read')).applicantRef;
    if (owner === undefined) return { items: [], next: null };
    const [issuedAt = null, id = null] = decodeCursor(cursor, 2) ?? [];
    const items = await this.database.query<Item>(ITEMS, [owner, issuedAt, id, limit + 1]);
    return pageOf(
      items,
      limit,
      (item) => [item.issuedAt.toString(), item.id],
      (item) => ({ ...item, issuedAt: withOffset(item.issuedAt) }),
    );
  }
}
