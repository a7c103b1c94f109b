import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  IfMatchWhenReplacing,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { SET_TARIFF } from '../changes/set-tariff.js';
import { plain } from '../http/plain.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { SetTariffRequest } from './set-tariff.request.js';
import { findTariffs } from '../persistence/procedures.js';
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

  @Put()
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Replaces all dated lines; dossiers submitted before keep the tariff that bound them' })
  @ApiOkResponse({ type: TariffView })
  @ApiCreatedResponse({ type: TariffView })
  set(
    @Param('code', ProcedureCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { lines }: SetTariffRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<TariffBody>> {
    return this.commands.run(SET_TARIFF, { code, lines: lines.map(plain), actor, seen });
  }
}
