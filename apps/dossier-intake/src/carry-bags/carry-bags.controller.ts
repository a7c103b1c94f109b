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
  Requires,
} from '@motcua/platform';
import { BagReasonRequest } from './bag-reason.request.js';
import { BagView, bagView } from './bag.view.js';
import { CountBagRequest } from './count-bag.request.js';
import { FindBagsQuery } from './find-bags.query.js';
import { HandOverBagRequest } from './hand-over-bag.request.js';
import { MakeBagKind } from './make-bag.js';
import { MakeBagRequest } from './make-bag.request.js';
import { type BagMove, MoveBagKind } from './move-bag.js';
import { ReadBags } from './read-bags.js';
import { SettleMissingKind } from './settle-missing.js';
import { SettleMissingRequest } from './settle-missing.request.js';
import { TakeOutKind } from './take-out.js';
import { TakeOutRequest } from './take-out.request.js';

/** Bags of papers and results between offices, post offices among them. */
@Controller('v1/bags')
@ApiTags('bags')
@Requires('dossier.return')
export class CarryBagsController {
  constructor(
    private readonly commands: Commands,
    private readonly makeBag: MakeBagKind,
    private readonly moveBag: MoveBagKind,
    private readonly takeOutOfBag: TakeOutKind,
    private readonly settleMissing: SettleMissingKind,
    private readonly bags: ReadBags,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Makes a bag of papers or results for another office; its manifest lists the dossiers' })
  @ApiCreatedResponse({ type: BagView })
  make(
    @Body() { to, dossiers, contents = 'results', seal = null }: MakeBagRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const command = { id: newId(), contents, to, dossiers: [...new Set(dossiers)], seal, actor };
    return this.commands.run(this.makeBag, command);
  }

  @Get()
  @ApiOperation({ summary: "Lists bags that the caller's office sends or receives, newest first" })
  @ApiOkResponse({ type: PageOf(BagView) })
  async list(@Query() query: FindBagsQuery, @CurrentActor() actor: Actor): Promise<Page<BagView>> {
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
  @ApiOperation({ summary: 'Hands a bag over, counted: for the office that made it' })
  @ApiCreatedResponse({ type: BagView })
  handOver(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { found, takenOverBy = null }: HandOverBagRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.move(id, version, actor, { kind: 'handOver', found, takenOverBy });
  }

  @Post(':id/count')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Counts a bag: for the office that receives it, or to which it came back; what differs is kept',
  })
  @ApiCreatedResponse({ type: BagView })
  count(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { found }: CountBagRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.move(id, version, actor, { kind: 'count', found });
  }

  @Post(':id/recall')
  @HttpCode(201)
  @ApiOperation({ summary: 'Recalls a bag that was handed over and not counted: for the office that made it' })
  @ApiCreatedResponse({ type: BagView })
  recall(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: BagReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.move(id, version, actor, { kind: 'recall', reason });
  }

  @Post(':id/sending-back')
  @HttpCode(201)
  @ApiOperation({ summary: 'Sends back a bag that came to the wrong office, uncounted: for the office that got it' })
  @ApiCreatedResponse({ type: BagView })
  sendBack(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: BagReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.move(id, version, actor, { kind: 'sendBack', reason });
  }

  @Post(':id/taking-apart')
  @HttpCode(201)
  @ApiOperation({ summary: 'Takes a bag apart that has not left: for the office that made it' })
  @ApiCreatedResponse({ type: BagView })
  takeApart(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: BagReasonRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.move(id, version, actor, { kind: 'takeApart', reason });
  }

  @Post(':id/taking-out')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Takes dossiers out of a bag that has not left, such as one whose applicant is at the counter',
  })
  @ApiCreatedResponse({ type: BagView })
  takeOut(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { dossiers, reason }: TakeOutRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.takeOutOfBag, { id, version, actor, dossiers, reason });
  }

  @Post(':id/missing')
  @HttpCode(201)
  @ApiOperation({ summary: 'Says what became of a paper that the count did not find' })
  @ApiCreatedResponse({ type: BagView })
  settle(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { code, outcome, reason }: SettleMissingRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.settleMissing, { id, version, actor, code, outcome, reason });
  }

  private move(id: string, version: number, actor: Actor, move: BagMove): Promise<Answer> {
    return this.commands.run(this.moveBag, { id, version, actor, move });
  }
}
