import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { BreakView } from '../views/break.view.js';
import { BREAK_LIST } from '../views/show-break.js';
import { ASSIGN_BREAK } from './assign-break.js';
import { AssignBreakRequest } from './assign-break.request.js';

@Controller('v1/breaks')
@ApiTags('cashier')
export class AssignBreakController {
  constructor(
    private readonly commands: Commands,
    private readonly lists: PaymentLists,
  ) {}

  @Post(':id/assignment')
  @HttpCode(200)
  @Requires('payment.reconcile')
  @ApiOperation({ summary: 'Says which officer is to clear a break' })
  @ApiOkResponse({ type: BreakView })
  async assign(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { owner }: AssignBreakRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<BreakView>> {
    await this.lists.one<StoredBreak>(BREAK_LIST, actor, id);
    return this.commands.run(ASSIGN_BREAK, { id, version, owner, actor });
  }
}
