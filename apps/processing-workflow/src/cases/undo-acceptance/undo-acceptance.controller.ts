import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { CaseView } from '../../views/case.view.js';
import { UNDO_ACCEPTANCE } from './undo-acceptance.js';
import { UndoAcceptanceRequest } from './undo-acceptance.request.js';

@Controller('v1/cases/:dossierId/acceptance-undoing')
@ApiTags('cases')
@Requires('case.assign')
export class UndoAcceptanceController {
  constructor(private readonly commands: CaseCommands) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Undoes an acceptance that was a mistake, on the same day, by a leader of the receiving office: the dossier waits for its reception again',
  })
  @ApiCreatedResponse({ type: CaseView })
  undo(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason }: UndoAcceptanceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(UNDO_ACCEPTANCE, { dossierId, version, actor, scope: 'case.assign', reason });
  }
}
