import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '@motcua/kernel';
import { type Actor, CurrentActor, type Page, pageOf, PageOf, Requires } from '@motcua/platform';
import { AskedDossiers } from '../dossier-list/asked-dossiers.js';
import { DossierList, type ListedDossier } from '../dossier-list/dossier-list.js';
import { FindDossiersQuery } from './find-dossiers.query.js';
import { ListedDossierView } from './listed-dossier.view.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class FindDossiersController {
  constructor(
    private readonly list: DossierList,
    private readonly asked: AskedDossiers,
  ) {}

  @Get()
  @Requires('dossier.read')
  @ApiOperation({
    summary:
      'Lists dossiers, newest first. Officers see dossiers of their agency and its sub-agencies; citizens see their own',
  })
  @ApiOkResponse({ type: PageOf(ListedDossierView) })
  async find(@Query() query: FindDossiersQuery, @CurrentActor() actor: Actor): Promise<Page<ListedDossierView>> {
    const asked = await this.asked.of(actor, query);
    return pageOf(
      await this.list.read(asked.request, asked.own),
      query.limit,
      ({ listedAt, id }) => [listedAt.toString(), id],
      lineView,
    );
  }
}

const lineView = ({
  statusSince,
  listedAt: _,
  submittedAt,
  receptionDueAt,
  promisedDueAt,
  ...line
}: ListedDossier): ListedDossierView => ({
  ...line,
  statusSince: withOffset(statusSince),
  submittedAt: submittedAt && withOffset(submittedAt),
  receptionDueAt: receptionDueAt && withOffset(receptionDueAt),
  promisedDueAt: promisedDueAt && withOffset(promisedDueAt),
});
