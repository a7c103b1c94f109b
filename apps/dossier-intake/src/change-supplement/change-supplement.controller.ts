import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, OrdinalPipe, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { CANCEL_SUPPLEMENT } from './cancel-supplement.js';
import { CancelSupplementRequest } from './cancel-supplement.request.js';
import { MOVE_SUPPLEMENT_DEADLINE } from './move-supplement-deadline.js';
import { MoveSupplementDeadlineRequest } from './move-supplement-deadline.request.js';
import { TAKE_AS_ENOUGH } from './take-as-enough.js';
import { TakeAsEnoughRequest } from './take-as-enough.request.js';

/** A request that is not answered, or in part, is taken back, gets more time, or is given up: before the acceptance. */
@Controller('v1/dossiers/:id/supplement-requests/:number')
@ApiTags('reception')
@Requires('dossier.receive')
export class ChangeSupplementController {
  constructor(private readonly dossiers: Dossiers) {}

  @Post('cancellation')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Takes a supplement request back before acceptance, with a reason: the reception is due as before (R6)',
  })
  @ApiCreatedResponse({ type: DossierView })
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { reason }: CancelSupplementRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(CANCEL_SUPPLEMENT, { id, version, actor, language: languageOf(language), number, reason });
  }

  @Post('sufficiency')
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Takes what was given of a supplement request before acceptance as enough: the reception is due in 8 working hours again (R6)',
  })
  @ApiCreatedResponse({ type: DossierView })
  takeAsEnough(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { reason }: TakeAsEnoughRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(TAKE_AS_ENOUGH, { id, version, actor, language: languageOf(language), number, reason });
  }

  @Post('deadline')
  @HttpCode(201)
  @ApiOperation({ summary: 'Moves the deadline of a supplement request before acceptance to a later time (R9)' })
  @ApiCreatedResponse({ type: DossierView })
  move(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', OrdinalPipe) number: number,
    @IfMatch() version: number,
    @Body() { deadlineAt, reason }: MoveSupplementDeadlineRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id, version, actor, language: languageOf(language), number, reason };
    return this.dossiers.run(MOVE_SUPPLEMENT_DEADLINE, { ...command, deadlineAt: Temporal.Instant.from(deadlineAt) });
  }
}
