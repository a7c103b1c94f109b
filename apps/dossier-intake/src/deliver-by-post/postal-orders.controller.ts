import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  CurrentActor,
  IfMatch,
  languageOf,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { CANCEL_POST } from './cancel-post.js';
import { CancelPostRequest } from './cancel-post.request.js';
import { DeliverByPost } from './deliver-by-post.js';
import { ListedOrderView } from './listed-order.view.js';
import { ORDER_POST } from './order-post.js';
import { PostalOrderView } from './postal-order.view.js';
import { PostalOrdersQuery } from './postal-orders.query.js';
import { ReadPostalOrders } from './read-postal-orders.js';

@Controller('v1')
@ApiTags('postal orders')
@Requires('dossier.return')
export class PostalOrdersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly post: DeliverByPost,
    private readonly orders: ReadPostalOrders,
  ) {}

  @Post('dossiers/:id/postal-orders')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Orders the postal service to bring the result to its applicant; refused as a return is (R16, R20)',
  })
  @ApiCreatedResponse({ type: PostalOrderView })
  async order(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const answer = await this.dossiers.run(ORDER_POST, { id, version, actor, language: languageOf(language) });
    this.post.wake();
    return answer;
  }

  @Post('dossiers/:id/postal-orders/cancellation')
  @HttpCode(201)
  @ApiOperation({ summary: 'Takes the open order back, until the post has collected the parcel' })
  @ApiCreatedResponse({ type: PostalOrderView })
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: CancelPostRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id, version, actor, language: languageOf(language), reason };
    const answer = await this.dossiers.run(CANCEL_POST, command);
    await this.post.soon(answer.body.orderNumber);
    return answer;
  }

  @Get('postal-orders')
  @ApiOperation({ summary: "Lists the postal orders of the caller's office, newest first" })
  @ApiOkResponse({ type: PageOf(ListedOrderView) })
  list(@Query() query: PostalOrdersQuery, @CurrentActor() actor: Actor): Promise<Page<ListedOrderView>> {
    return this.orders.page(actor, query);
  }
}
