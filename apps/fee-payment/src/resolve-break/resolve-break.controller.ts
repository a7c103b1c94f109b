import { Body, Controller, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { BreakView } from '../views/break.view.js';
import { BREAK_COLUMNS, breakView, type StoredBreak } from '../views/show-break.js';
import { ResolveBreakRequest } from './resolve-break.request.js';
import type { PaymentCode } from '../problems.js';

const LOCK = `SELECT ${BREAK_COLUMNS} FROM payment_break WHERE id = $1 FOR UPDATE`;
const RESOLVE = `
  UPDATE payment_break SET status = 'resolved', resolved_at = $2, resolved_by = $3, note = $4, version = version + 1
  WHERE id = $1 RETURNING ${BREAK_COLUMNS}`;

@Controller('v1/breaks')
@ApiTags('cashier')
export class ResolveBreakController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':id/resolution')
  @Requires('payment.reconcile')
  @ApiOperation({ summary: 'Resolves a break with a note' })
  @ApiCreatedResponse({ type: BreakView })
  resolve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { note }: ResolveBreakRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<BreakView>> {
    return this.commands.run(async (tx) => {
      const [found] = await tx.query<StoredBreak>(LOCK, [id]);
      if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
      if (found.agencies.length > 0) {
        assertReach(actor, 'payment.reconcile', { agencies: await this.agencies.withAncestors(found.agencies, tx) });
      }
      assertVersion(found.version, version);
      if (found.status === 'resolved') throw new Refusal<PaymentCode>('PAYMENT.BREAK_RESOLVED', { breakId: id });
      const at = this.clock.now();
      const [resolved] = await tx.query<StoredBreak>(RESOLVE, [id, at, actor.subject, note]);
      tx.record({
        aggregate: found.dossierId ?? id,
        at,
        actor: actor.subject,
        action: 'resolve-break',
        detail: { breakId: id, kind: found.kind },
      });
      return created(breakView(resolved!), { version: resolved!.version });
    });
  }
}
