import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  Commands,
  CurrentActor,
  Database,
  IfMatchWhenReplacing,
  ok,
  type PlatformCode,
  Requires,
  type Scope,
} from '@motcua/platform';
import { collectorsOf } from '../persistence/collectors.js';
import { CollectorRequest } from './collector.request.js';
import { CollectorView } from './collector.view.js';
import { collectorView, MAINTAIN_COLLECTOR } from './maintain-collector.js';

@Controller('v1/collectors')
@ApiTags('cashier')
export class CollectorsController {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly commands: Commands,
  ) {}

  @Get(':agency')
  @Requires('collector.read')
  @ApiOperation({ summary: 'Series of receipts of an agency, and its accounts for transfers' })
  @ApiOkResponse({ type: CollectorView })
  async find(@Param('agency') asked: string, @CurrentActor() actor: Actor): Promise<Answer<CollectorView>> {
    const agency = await this.within(actor, 'collector.read', asked);
    const collector = (await collectorsOf(this.database, [agency])).get(agency);
    if (!collector) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return ok(collectorView(collector), { version: collector.version });
  }

  @Put(':agency')
  @Requires('collector.write')
  @ApiOperation({
    summary: 'Sets series of receipts and accounts of an agency from now on; what was in force stays as it was',
    description: 'Receipts keep the form and symbol of their day, and orders the account that they named.',
  })
  @ApiOkResponse({ type: CollectorView })
  @ApiCreatedResponse({ type: CollectorView })
  async maintain(
    @Param('agency') asked: string,
    @IfMatchWhenReplacing() version: number | undefined,
    @Body() { taxCode = null, series, accounts }: CollectorRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<CollectorView>> {
    const agency = await this.within(actor, 'collector.write', asked);
    const plain = <Line extends object>(lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line }));
    const terms = { taxCode, series: plain(series), accounts: plain(accounts) };
    return this.commands.run(MAINTAIN_COLLECTOR, { agency, version, ...terms, actor: actor.subject });
  }

  /** By either identifier (R2). @throws Refusal RESOURCE.NOT_FOUND */
  private async within(actor: Actor, scope: Scope, asked: string): Promise<string> {
    const agency = await this.agencies.find(asked);
    if (!agency) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, scope, { agencies: agency.ancestors });
    return agency.code;
  }
}
