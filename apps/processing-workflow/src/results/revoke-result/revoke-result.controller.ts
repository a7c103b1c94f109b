import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, OrdinalPipe, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { ResultView } from '../../views/result.view.js';
import { REVOKE_RESULT } from './revoke-result.js';
import { RevokeResultRequest } from './revoke-result.request.js';

@Controller('v1/cases/:dossierId/results')
@ApiTags('results')
@Requires('case.sign')
export class RevokeResultController {
  constructor(private readonly commands: CaseCommands) {}

  @Post(':n/revocation')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Revokes an issued result: it is no longer valid and may not be reused (R20); the case stays as it is',
  })
  @ApiCreatedResponse({ type: ResultView })
  revoke(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @IfMatch() version: number,
    @Body() { reason }: RevokeResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(REVOKE_RESULT, { dossierId, n, version, actor, scope: 'case.sign', reason });
  }
}
