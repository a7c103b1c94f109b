import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { itemsOf } from './items-of.js';
import { REQUEST_SUPPLEMENT } from './request-supplement.js';
import { RequestSupplementRequest } from './request-supplement.request.js';

@Controller('v1/cases/:dossierId/supplement-requests')
@ApiTags('cases')
@Requires('case.work')
export class RequestSupplementController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Asks the applicant for documents or corrections; the clock pauses until they arrive (R8)' })
  @ApiCreatedResponse({ type: CaseView })
  request(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { items }: RequestSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(REQUEST_SUPPLEMENT, {
      dossierId,
      version,
      actor,
      scope: 'case.work',
      items: itemsOf(items),
    });
  }
}
