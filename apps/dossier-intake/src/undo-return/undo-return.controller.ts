import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { UNDO_RETURN } from './undo-return.js';
import { UndoReturnRequest } from './undo-return.request.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class UndoReturnController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post(':id/return-undoing')
  @HttpCode(201)
  @Requires('dossier.undo-return')
  @ApiOperation({
    summary: 'Takes back a return that was a mistake: on the same day, by the officer who made it or a leader',
  })
  @ApiCreatedResponse({ type: DossierView })
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: UndoReturnRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(UNDO_RETURN, { id, version, actor, language: languageOf(language), reason });
  }
}
