import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import { type PlatformCode, Public, WithoutIdempotencyKey } from '@motcua/platform';
import { DeliverByPost } from './deliver-by-post.js';
import { NoticeRequest } from './notice.request.js';
import { PostalService } from './postal-service.js';

@Controller('v1/postal-service/notices')
@ApiTags('postal orders')
export class NoticesController {
  constructor(
    private readonly service: PostalService,
    private readonly post: DeliverByPost,
  ) {}

  @Post()
  @HttpCode(204)
  @Public()
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary: 'Takes a notice of the postal service that something happened to an order; what it was is then asked',
    description: '`X-Post-Signature`: HMAC-SHA-256 of the order number under the shared token, in hexadecimal.',
  })
  @ApiNoContentResponse()
  async take(@Body() { orderNumber }: NoticeRequest, @Headers('x-post-signature') signature?: string): Promise<void> {
    if (!this.service.isGenuine(orderNumber, signature)) throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN');
    await this.post.soon(orderNumber);
  }
}
