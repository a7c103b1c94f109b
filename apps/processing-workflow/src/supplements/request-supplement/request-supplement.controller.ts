import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { requestSupplement } from '@motcua/processing-domain';
import { ChangeCase } from '../../change/change-case.js';
import { CalendarsOfCase } from '../../persistence/calendars-of-case.js';
import { CaseStore } from '../../persistence/case-store.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { itemsOf } from './items-of.js';
import { RequestSupplementRequest } from './request-supplement.request.js';

@Controller('v1/cases/:dossierId/supplement-requests')
@ApiTags('cases')
@Requires('case.work')
export class RequestSupplementController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
    private readonly calendars: CalendarsOfCase,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Asks the applicant for papers or corrections; the clock pauses until they come (R8)' })
  @ApiCreatedResponse({ type: CaseView })
  request(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @IfMatch() version: number,
    @Body() body: RequestSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const items = itemsOf(body.items);
      const { stored, officer, now } = await this.change.take(tx, { dossierId, version, actor, scope: 'case.work' });
      const calendars = await this.calendars.of(stored.state, tx);
      const decided = requestSupplement(stored.state, { officer, items }, calendars, now);
      const supplement = decided.state.supplements.at(-1);
      const saved = await this.cases.save(tx, stored, decided, {
        at: now,
        actor: officer.subject,
        action: 'requestSupplement',
        detail: { number: supplement?.number, items: items.length, deadlineAt: supplement?.deadlineAt.toString() },
      });
      return created(caseView(saved), { version: saved.version });
    });
  }
}
