import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { ASK_OPINION } from './ask-opinion.js';
import { AskOpinionRequest } from './ask-opinion.request.js';

@Controller('v1/cases/:dossierId/opinions')
@ApiTags('cases')
@Requires('case.work')
export class AskOpinionController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Asks another agency for its opinion beside what the process asks; the step does not wait for the answer (R23)',
  })
  @ApiCreatedResponse({ type: CaseView })
  ask(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { agency, role = 'specialist', term: { amount, unit }, question }: AskOpinionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const asked = { agency, role, term: { amount, unit }, question };
    return this.commands.run(ASK_OPINION, { dossierId, version, actor, scope: 'case.work', ...asked });
  }
}
