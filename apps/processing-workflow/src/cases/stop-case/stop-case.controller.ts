import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { stopCase } from '@motcua/processing-domain';
import { ChangeCase } from '../../change/change-case.js';
import { CaseStore } from '../../persistence/case-store.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { StopCaseRequest } from './stop-case.request.js';

@Controller('v1/cases/:dossierId/stop')
@ApiTags('cases')
@Requires('case.work')
export class StopCaseController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Ends the case without a result, for a reason that the applicant reads (form 05)' })
  @ApiCreatedResponse({ type: CaseView })
  stop(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason }: StopCaseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { stored, officer, now } = await this.change.take(tx, { dossierId, version, actor, scope: 'case.work' });
      const decided = stopCase(stored.state, reason, officer, now);
      const saved = await this.cases.save(tx, stored, decided, {
        at: now,
        actor: officer.subject,
        action: 'stop',
        detail: { reason },
      });
      return created(caseView(saved), { version: saved.version });
    });
  }
}
