import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Answer, Public, WithoutIdempotencyKey } from '@motcua/platform';
import { ConfirmPayment } from './confirm-payment.use-case.js';

const SENT = {
  type: 'object',
  additionalProperties: true,
  description: 'CONFIRM of the platform, signed by MaXacThuc',
};
const ANSWERED = {
  type: 'object',
  additionalProperties: true,
  description: 'MaLoi 00: taken note of as it says; any other: not',
};

@Controller('v1/gateways/national-platform/confirmations')
@ApiTags('platform')
export class ConfirmPaymentController {
  constructor(@Inject(ConfirmPayment) private readonly confirmPayment: ConfirmPayment) {}

  @Post()
  @Public()
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: "The platform's signed callback; a repetition gets the stored answer, byte for byte" })
  @ApiBody({ schema: SENT as never })
  @ApiOkResponse({ schema: ANSWERED })
  @ApiForbiddenResponse({ description: 'The hash does not fit: refused and recorded', schema: ANSWERED })
  async confirm(@Body() body: unknown): Promise<Answer<string>> {
    const { status, text } = await this.confirmPayment.execute(body);
    return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: text };
  }
}
