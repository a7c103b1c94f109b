import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  pageOf,
  PageQuery,
  Requires,
} from '@motcua/platform';
import { BagView, bagView } from './bag.view.js';
import { CountBagRequest } from './count-bag.request.js';
import { MakeBagKind } from './make-bag.js';
import { MakeBagRequest } from './make-bag.request.js';
import { MoveBagKind } from './move-bag.js';
import { ReadBags } from './read-bags.js';

/** Bags of results between offices, the post among them. */
@Controller('v1/bags')
@ApiTags('bags')
@Requires('dossier.return')
export class CarryBagsController {
  constructor(
    private readonly commands: Commands,
    private readonly makeBag: MakeBagKind,
    private readonly moveBag: MoveBagKind,
    private readonly bags: ReadBags,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Makes a bag of results for another office; its manifest lists the dossiers' })
  @ApiCreatedResponse({ type: BagView })
  make(@Body() { to, dossiers, seal = null }: MakeBagRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    return this.commands.run(this.makeBag, { id: newId(), to, dossiers: [...new Set(dossiers)], seal, actor });
  }

  @Get()
  @ApiOperation({ summary: "Lists bags that the caller's office sends or receives, newest first" })
  @ApiOkResponse({ type: PageOf(BagView) })
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<Page<BagView>> {
    return pageOf(await this.bags.page(actor, query), query.limit, ({ id }) => [id], bagView);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Returns a bag with its manifest to the two offices' })
  @ApiOkResponse({ type: BagView })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    const bag = await this.bags.one(id, actor);
    return ok(bagView(bag), { version: bag.version });
  }

  @Post(':id/hand-over')
  @HttpCode(201)
  @ApiOperation({ summary: 'Hands a bag over: for the office that made it' })
  @ApiCreatedResponse({ type: BagView })
  handOver(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.moveBag, { id, version, actor, found: null });
  }

  @Post(':id/count')
  @HttpCode(201)
  @ApiOperation({ summary: 'Counts a bag: for the office that receives it; what differs from the manifest is kept' })
  @ApiCreatedResponse({ type: BagView })
  count(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { found }: CountBagRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.moveBag, { id, version, actor, found });
  }
}
