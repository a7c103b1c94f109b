import { Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Answer, Public, WithoutIdempotencyKey } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { ConfirmPayment } from './confirm-payment.use-case.js';

const SENT = {
  type: 'object',
  additionalProperties: true,
  description: 'CONFIRM message of the platform, signed with `MaXacThuc`',
};
const ANSWERED = {
  type: 'object',
  additionalProperties: true,
  description: '`MaLoi` 00: the confirmation was recorded; any other value: it was not',
};

@Controller('v1/gateways/national-platform/confirmations')
@ApiTags('platform')
export class ConfirmPaymentController {
  constructor(private readonly confirmPayment: ConfirmPayment) {}

  @Post()
  @Public()
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary:
      "Receives the platform's signed payment confirmation; a repeated message gets the stored answer, byte for byte",
  })
  @ApiBody({ schema: SENT as never })
  @ApiOkResponse({ schema: ANSWERED })
  @ApiForbiddenResponse({
    description: '`MaXacThuc` does not match: the message is rejected and recorded as a break',
    schema: ANSWERED,
  })
  // As it was sent: its texts are part of what is signed.
  confirm(@Req() { body }: FastifyRequest): Promise<Answer<string>> {
    return this.confirmPayment.execute(body);
  }
}
