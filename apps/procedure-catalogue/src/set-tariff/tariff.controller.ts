import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  couldReach,
  CurrentActor,
  Database,
  decodeCursor,
  IfMatchWhenReplacing,
  ok,
  type Page,
  pageOf,
  PageOf,
  PageQuery,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { SET_TARIFF } from '../changes/set-tariff.js';
import { plain } from '../http/plain.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { SetTariffRequest } from './set-tariff.request.js';
import { findTariffs } from '../persistence/procedures.js';
import { LATEST, listTariffRevisions } from '../persistence/revisions.js';
import { TariffRevisionView, tariffRevisionView } from '../views/tariff-revision.view.js';
import { type TariffBody, TariffView, tariffView } from '../views/tariff.view.js';

@Controller('v1/procedures/:code/tariff')
@ApiTags('tariffs')
@Requires('catalogue.read')
export class TariffController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Returns all dated lines of a procedure (R16)' })
  @ApiOkResponse({ type: TariffView })
  async get(@Param('code', ProcedureCode) code: string): Promise<Answer<TariffBody>> {
    const [tariff] = await findTariffs(this.database, [code]);
    if (!tariff) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { procedure: code });
    return ok(tariffView(tariff), { version: tariff.revision });
  }

  @Get('revisions')
  @ApiOperation({ summary: 'Lists all that the tariff has said, the latest first, with why the past was corrected' })
  @ApiOkResponse({ type: PageOf(TariffRevisionView) })
  async revisions(
    @Param('code', ProcedureCode) code: string,
    @Query() { cursor, limit }: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<TariffRevisionView>> {
    const [before = LATEST] = decodeCursor(cursor, 1) ?? [];
    const rows = await listTariffRevisions(this.database, code, { revision: Number(before), limit: limit + 1 });
    const keeps = couldReach(actor, 'procedure.write', { agencies: [] });
    return pageOf(
      rows,
      limit,
      ({ revision }) => [revision],
      (row) => tariffRevisionView(row, keeps),
    );
  }

  @Put()
  @Requires('procedure.write')
  @ApiOperation({
    summary:
      'Replaces all dated lines; dossiers keep what bound them, and days that are over are said otherwise only with a reason',
  })
  @ApiOkResponse({ type: TariffView })
  @ApiCreatedResponse({ type: TariffView })
  set(
    @Param('code', ProcedureCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { lines, reason }: SetTariffRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<TariffBody>> {
    return this.commands.run(SET_TARIFF, { code, lines: lines.map(plain), reason, actor, seen });
  }
}
