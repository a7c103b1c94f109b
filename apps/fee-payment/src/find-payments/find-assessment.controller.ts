import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import {
  type Actor,
  type Answer,
  assertReach,
  awaitKnown,
  CurrentActor,
  Database,
  ok,
  PreferWait,
  Requires,
} from '@motcua/platform';
import { belongingOf, findAccount } from '../persistence/accounts.js';
import { balanceOf } from '../persistence/ledger.js';
import { assessmentView } from './show-assessment.js';
import { AssessmentView } from './assessment.view.js';

@Controller('v1/assessments')
@ApiTags('payments')
export class FindAssessmentController {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  @Get(':dossierId')
  @Requires('payment.read')
  @ApiOperation({
    summary: 'Fee assessment of a dossier: lines, reductions with their legal basis, amounts paid and owed',
  })
  @ApiOkResponse({ type: AssessmentView })
  async find(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @CurrentActor() actor: Actor,
    @PreferWait() seconds: number,
  ): Promise<Answer<AssessmentView>> {
    const account = await awaitKnown(seconds, () => findAccount(this.database, dossierId), { dossierId });
    assertReach(actor, 'payment.read', belongingOf(account, await this.agencies.withAncestors(account.agencies)));
    return ok(assessmentView(account, await balanceOf(this.database, dossierId)), { version: account.version });
  }
}
