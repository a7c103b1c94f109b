import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '@motcua/kernel';
import { type Actor, CurrentActor, type Page, PageOf, pageOf, Requires } from '@motcua/platform';
import { ApplicantStoreQuery } from './applicant-store.query.js';
import { ReadStore } from './read-store.js';
import { StoreItemView } from './store-item.view.js';

@Controller('v1/applicant-store')
@ApiTags('applicant store')
export class ReadApplicantStoreController {
  constructor(private readonly store: ReadStore) {}

  @Get()
  @Requires('dossier.read')
  @ApiOperation({
    summary: 'Lists results and accepted papers of an applicant that may be reused as components, newest first (R20)',
  })
  @ApiOkResponse({ type: PageOf(StoreItemView) })
  async list(@Query() query: ApplicantStoreQuery, @CurrentActor() actor: Actor): Promise<Page<StoreItemView>> {
    const { dossier } = query;
    const items = await (dossier === undefined
      ? this.store.own(actor, query)
      : this.store.through(dossier, actor, query));
    return pageOf(
      items,
      query.limit,
      (item) => [item.issuedAt.toString(), item.id],
      (item) => ({
        ...item,
        issuedAt: withOffset(item.issuedAt),
        revokedAt: item.revokedAt && withOffset(item.revokedAt),
      }),
    );
  }
}
