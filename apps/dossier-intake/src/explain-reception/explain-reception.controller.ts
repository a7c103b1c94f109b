import { Controller, Get, Headers, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, Database, languageOf, ok, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { readReceptionRuns } from './read-reception-runs.js';
import { ReceptionDeadlineView, receptionDeadlineView } from './reception-deadline.view.js';

@Controller('v1/dossiers/:id/reception-deadline')
@ApiTags('dossiers')
@Requires('dossier.read')
export class ExplainReceptionController {
  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Reception deadline (R6): original, current, every adjustment, and whether it was missed',
  })
  @ApiOkResponse({ type: ReceptionDeadlineView })
  async explain(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') accepted?: string,
  ): Promise<Answer> {
    const { version } = await this.dossiers.see(id, actor, 'dossier.read');
    const runs = await readReceptionRuns(this.database, id);
    const view = receptionDeadlineView(id, runs, { language: languageOf(accepted), now: this.clock.now() });
    return ok(view, { version });
  }
}
