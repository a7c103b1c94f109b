import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatchWhenReplacing,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { plain } from '../http/plain.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { SetTariffRequest } from './set-tariff.request.js';
import { SetTariff } from './set-tariff.use-case.js';
import { TariffStore } from '../persistence/tariff-store.js';
import { type TariffBody, TariffView, tariffView } from './tariff.view.js';

@Controller('v1/procedures/:code/tariff')
@ApiTags('tariffs')
@Requires('catalogue.read')
export class TariffController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(SetTariff) private readonly setTariff: SetTariff,
    @Inject(TariffStore) private readonly tariffs: TariffStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All dated lines of a procedure (R16)' })
  @ApiOkResponse({ type: TariffView })
  async get(@Param('code', ProcedureCode) code: string): Promise<Answer<TariffBody>> {
    const tariff = await this.tariffs.find(code);
    if (!tariff) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { procedure: code });
    return ok(tariffView(tariff), { version: tariff.revision });
  }

  @Put()
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Sets all dated lines; what was submitted before keeps the tariff that bound it' })
  @ApiOkResponse({ type: TariffView })
  @ApiCreatedResponse({ type: TariffView })
  set(
    @Param('code', ProcedureCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { lines }: SetTariffRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<TariffBody>> {
    return this.commands.run(async (tx) => {
      const tariff = await this.setTariff.execute(tx, { code, lines: lines.map(plain), actor, seen });
      const headers = { version: tariff.revision, location: `/catalogue/v1/procedures/${code}/tariff` };
      return tariff.revision === 1 ? created(tariffView(tariff), headers) : ok(tariffView(tariff), headers);
    });
  }
}
