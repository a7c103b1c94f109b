import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { extendDeadline } from '@motcua/processing-domain';
import { ChangeCase } from '../../change/change-case.js';
import { CaseStore } from '../../persistence/case-store.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { ExtendDeadlineRequest } from './extend-deadline.request.js';

@Controller('v1/cases/:dossierId/extension')
@ApiTags('cases')
@Requires('case.work')
export class ExtendDeadlineController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Apologises with a reason and a new date, once and at least a day before the old one (form 04, R13)',
  })
  @ApiCreatedResponse({ type: CaseView })
  extend(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() { reason, newDueAt }: ExtendDeadlineRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { stored, officer, now } = await this.change.take(tx, { dossierId, version, actor, scope: 'case.work' });
      const extension = { officer, reason, newDueAt: Temporal.Instant.from(newDueAt) };
      const saved = await this.cases.save(tx, stored, extendDeadline(stored.state, extension, now), {
        at: now,
        actor: officer.subject,
        action: 'extend',
        detail: { reason, newDueAt },
      });
      return created(caseView(saved), { version: saved.version });
    });
  }
}
