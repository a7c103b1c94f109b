import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, typedNumber } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { ConfirmTransfer } from './confirm-transfer.js';
import { ConfirmTransferRequest } from './confirm-transfer.request.js';
import { TransferView } from './transfer.view.js';

@Controller('v1/orders')
@ApiTags('cashier')
export class ConfirmTransferController {
  constructor(
    private readonly commands: Commands,
    private readonly confirmTransfer: ConfirmTransfer,
  ) {}

  @Post(':id/transfer-confirmations')
  @Requires('payment.collect')
  @ApiOperation({
    summary: 'Records a bank transfer; an amount other than that of the order becomes a break',
  })
  @ApiCreatedResponse({ type: TransferView })
  confirm(
    @Param('id', ParseUUIDPipe) orderId: string,
    @IfMatch() version: number,
    @Body() { transaction: typed, amount }: ConfirmTransferRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<TransferView>> {
    // One number, however it is typed.
    const transaction = typedNumber(typed);
    return this.commands.run(this.confirmTransfer, { orderId, version, transaction, amount, actor, newId });
  }
}
