import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { DEMAND_FEE } from './demand-fee.js';
import { DemandFeeRequest } from './demand-fee.request.js';

@Controller('v1/cases/:dossierId/fee-demands')
@ApiTags('cases')
@Requires('case.work')
export class DemandFeeController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Asks the applicant for a fee that arose; the case waits, and its clock where the procedure says so (R16)',
  })
  @ApiCreatedResponse({ type: CaseView })
  demand(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { lines, reason, legalBasis }: DemandFeeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const command = { dossierId, version, actor, scope: 'case.work', lines, reason, legalBasis } as const;
    return this.commands.run(DEMAND_FEE, command);
  }
}
