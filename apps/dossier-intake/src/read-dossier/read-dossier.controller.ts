import { Controller, Get, Headers, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  CurrentActor,
  Database,
  languageOf,
  ok,
  type Page,
  PageOf,
  PageQuery,
  decodeCursor,
  pageOf,
  Requires,
  OrdinalPipe,
  type PlatformCode,
} from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';
import { SupplementView } from '../dossier-view/supplement.view.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { Dossiers } from '../change/dossiers.js';
import { FilesView } from './files.view.js';
import { HistoryLineView, historyLineView } from './history-line.view.js';
import { readHistory } from './read-history.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
@Requires('dossier.read')
export class ReadDossierController {
  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    private readonly views: DossierViews,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'Returns a dossier to its owner and its agencies' })
  @ApiOkResponse({ type: DossierView })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const found = await this.dossiers.find(id, actor, 'dossier.read');
    return ok(await this.views.of(found, { language: languageOf(language), reader: actor }), {
      version: found.dossier.version,
    });
  }

  @Get(':id/files')
  @ApiOperation({ summary: 'Lists the files of a dossier; contents are at /intake/v1/files/{id}/content' })
  @ApiOkResponse({ type: FilesView })
  async files(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FilesView> {
    const found = await this.dossiers.find(id, actor, 'dossier.read');
    return { items: (await this.views.of(found, { language: 'vi' })).files };
  }

  @Get(':id/supplement-requests/:number')
  @ApiOperation({ summary: 'Returns a supplement request, made before or after acceptance' })
  @ApiOkResponse({ type: SupplementView })
  async supplementRequest(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const found = await this.dossiers.find(id, actor, 'dossier.read');
    const { supplementRequests } = await this.views.of(found, { language: 'vi' });
    const request = supplementRequests.find((each) => each.number === number);
    if (!request) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return ok(request, { version: found.dossier.version });
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'History of a dossier, oldest entry first: append-only, chained by hash' })
  @ApiOkResponse({ type: PageOf(HistoryLineView) })
  async history(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cursor, limit }: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<HistoryLineView>> {
    await this.dossiers.see(id, actor, 'dossier.read');
    const [after = 0] = decodeCursor(cursor, 1) ?? [];
    const lines = await readHistory(this.database, id, Number(after) || 0, limit + 1);
    return pageOf(lines, limit, ({ n }) => [n], historyLineView);
  }
}
