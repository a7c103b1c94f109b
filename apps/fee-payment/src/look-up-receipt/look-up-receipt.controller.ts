import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { LookedUpReceiptView } from './looked-up-receipt.view.js';
import { ReceiptLookup } from './receipt-lookup.js';

@Controller('v1/receipt-lookup')
@ApiTags('payments')
@Public()
export class LookUpReceiptController {
  constructor(private readonly lookup: ReceiptLookup) {}

  @Get(':code')
  @ApiOperation({
    summary:
      'Looks a receipt up by the code on its paper, without the names of payer and collector. Rate limited by address',
  })
  @ApiOkResponse({ type: LookedUpReceiptView })
  find(@Param('code') code: string, @Req() { ip }: FastifyRequest): Promise<LookedUpReceiptView> {
    return this.lookup.find(code, ip);
  }
}
