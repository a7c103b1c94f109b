import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Requires,
  sealEnvelope,
  SealingConfig,
} from '@motcua/platform';
import { ReceiptView } from '../views/receipt.view.js';
import { ReplaceReceipt } from './replace-receipt.js';
import { ReplaceReceiptRequest } from './replace-receipt.request.js';

@Controller('v1/receipts')
@ApiTags('cashier')
export class ReplaceReceiptController {
  constructor(
    private readonly commands: Commands,
    private readonly replaceReceipt: ReplaceReceipt,
    private readonly sealing: SealingConfig,
  ) {}

  @Post(':id/replacement')
  @Requires('payment.collect')
  @ApiOperation({
    summary:
      'Replaces a receipt that says something wrong by another of the same amount; a wrong amount is undone by a reversal',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  replace(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, payer }: ReplaceReceiptRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReceiptView>> {
    const sealed = payer && sealEnvelope(this.sealing.sealingKey, payer);
    return this.commands.run(this.replaceReceipt, { id, newId: newId(), reason, payer: sealed, actor });
  }
}
