import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { PaymentLists } from '../lists/payment-lists.js';
import { REVERSALS, type StoredReversal } from '../persistence/reversals.js';
import { DecideReversal } from './decide-reversal.js';
import { DecideReversalRequest } from './decide-reversal.request.js';
import { ProposeReversal } from './propose-reversal.js';
import { ProposeReversalRequest } from './propose-reversal.request.js';
import { ReversalView } from './reversal.view.js';
import { ReversalsQuery } from './reversals.query.js';
import { reversalView } from './show-reversal.js';

const REVERSAL_LIST = { table: 'reversal', columns: REVERSALS.columns().text, scope: 'refund.read' } as const;

@Controller('v1/reversals')
@ApiTags('cashier')
export class ReversalsController {
  constructor(
    private readonly lists: PaymentLists,
    private readonly commands: Commands,
    private readonly proposeReversal: ProposeReversal,
    private readonly decideReversal: DecideReversal,
  ) {}

  @Get()
  @Requires('refund.read')
  @ApiOperation({ summary: 'Mistakes of the counter and what became of them, newest first' })
  @ApiOkResponse({ type: PageOf(ReversalView) })
  list(@Query() query: ReversalsQuery, @CurrentActor() actor: Actor): Promise<Page<ReversalView>> {
    const filters = [
      ['dossier_id = ?', query.dossierId],
      ['status = ?', query.status],
    ] as const;
    return this.lists.page({ ...REVERSAL_LIST, filters, view: reversalView }, actor, query);
  }

  @Get(':id')
  @Requires('refund.read')
  @ApiOperation({ summary: 'A mistake of the counter' })
  @ApiOkResponse({ type: ReversalView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<ReversalView>> {
    const reversal = await this.lists.one<StoredReversal>(REVERSAL_LIST, actor, id);
    return ok(reversalView(reversal), { version: reversal.version });
  }

  @Post()
  @Requires('payment.collect')
  @ApiOperation({ summary: 'Says that what was entered at the counter was a mistake, with the reason (R16)' })
  @ApiCreatedResponse({ type: ReversalView })
  propose(
    @Body() { transactionId, reason, note }: ProposeReversalRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReversalView>> {
    return this.commands.run(this.proposeReversal, { id: newId(), transactionId, reason, note, actor });
  }

  @Post(':id/approval')
  @Requires('refund.approve')
  @ApiOperation({ summary: 'Undoes what was entered by mistake, or not: never who said so or took the money' })
  @ApiCreatedResponse({ type: ReversalView })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { approved, note }: DecideReversalRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ReversalView>> {
    return this.commands.run(this.decideReversal, { id, version, approved, note, actor, newId });
  }
}
