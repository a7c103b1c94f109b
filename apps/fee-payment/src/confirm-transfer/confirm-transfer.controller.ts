import { Body, Controller, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { assertMethod } from '@motcua/fee-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires, type Tx } from '@motcua/platform';
import { orderView } from '../views/show-order.js';
import { PaymentConfig } from '../payment.config.js';
import { lockOrder } from '../settlement/locked-order.js';
import { TakeConfirmation } from '../settlement/take-confirmation.js';
import { ConfirmTransferRequest } from './confirm-transfer.request.js';
import { TransferView } from './transfer.view.js';

/** The money is on the account whatever we think of it: taken note of, and never refused for its amount or its time. */
@Controller('v1/orders')
@ApiTags('cashier')
export class ConfirmTransferController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(TakeConfirmation) private readonly takeConfirmation: TakeConfirmation,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(PaymentConfig) private readonly config: PaymentConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':id/transfer-confirmations')
  @Requires('payment.collect')
  @ApiOperation({
    summary: 'Records a bank transfer; an amount other than that of the order becomes a break',
  })
  @ApiCreatedResponse({ type: TransferView })
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ConfirmTransferRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<TransferView>> {
    return this.commands.run(async (tx) => {
      const { outcome, order } = await this.take(tx, id, version, body, actor);
      return created({ outcome, order: orderView(order, this.config) }, { version: order.version });
    });
  }

  private async take(
    tx: Tx,
    id: string,
    version: number,
    { transaction, amount }: ConfirmTransferRequest,
    actor: Actor,
  ) {
    const { account, order } = await lockOrder(tx, this.agencies, id, version, actor, 'payment.collect');
    assertMethod(order, 'transfer');
    const confirmation = { reference: order.reference, success: true, amount, transaction };
    const said = { confirmation, source: 'cashier', actor: actor.subject, at: this.clock.now() } as const;
    const taken = await this.takeConfirmation.execute(tx, account, order, said);
    return { outcome: taken.decision.outcome, order: taken.order };
  }
}
