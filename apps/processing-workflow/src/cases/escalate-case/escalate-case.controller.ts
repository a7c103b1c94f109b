import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { escalateCase } from '@motcua/processing-domain';
import { ChangeCase } from '../../change/change-case.js';
import { CaseStore } from '../../persistence/case-store.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { EscalateCaseRequest } from './escalate-case.request.js';

@Controller('v1/cases/:dossierId/escalation')
@ApiTags('cases')
@Requires('case.work')
export class EscalateCaseController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Puts the case before the leaders of its agency, for a reason' })
  @ApiCreatedResponse({ type: CaseView })
  escalate(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason }: EscalateCaseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { stored, officer, now } = await this.change.take(tx, { dossierId, version, actor, scope: 'case.work' });
      const saved = await this.cases.save(tx, stored, escalateCase(stored.state, reason, officer), {
        at: now,
        actor: officer.subject,
        action: 'escalate',
        detail: { reason },
      });
      return created(caseView(saved), { version: saved.version });
    });
  }
}
