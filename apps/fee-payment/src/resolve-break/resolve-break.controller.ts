import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { BreakView } from '../views/break.view.js';
import { BREAK_LIST } from '../views/show-break.js';
import { ResolveBreakRequest } from './resolve-break.request.js';
import { ResolveDossierBreak } from './resolve-dossier-break.js';
import { RESOLVE_LOOSE_BREAK } from './resolve-loose-break.js';

@Controller('v1/breaks')
@ApiTags('cashier')
export class ResolveBreakController {
  constructor(
    private readonly commands: Commands,
    private readonly lists: PaymentLists,
    private readonly resolveDossierBreak: ResolveDossierBreak,
  ) {}

  @Post(':id/resolution')
  @Requires('payment.reconcile')
  @ApiOperation({
    summary: 'Resolves a break by an act that books something, or by a note that says why nothing is booked',
  })
  @ApiCreatedResponse({ type: BreakView })
  async resolve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { note, act, orderId, reversalId, refundId }: ResolveBreakRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<BreakView>> {
    const { dossierId } = await this.lists.one<StoredBreak>(BREAK_LIST, actor, id);
    const command = { id, version, note, act, orderId, reversalId, refundId, actor, newId };
    return dossierId === null
      ? this.commands.run(RESOLVE_LOOSE_BREAK, command)
      : this.commands.run(this.resolveDossierBreak, command);
  }
}
