import { Controller, Get, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, Database, ok, Requires, type PlatformCode } from '@motcua/platform';
import { stepOf } from '@motcua/processing-domain';
import { CaseAccess } from '../../access/case-access.js';
import { Cases } from '../../persistence/cases.js';
import { TaskDetailView, taskDetailView } from '../../views/task-detail.view.js';
import { TaskReader } from '../../access/task-reader.js';

@Controller('v1/tasks')
@ApiTags('tasks')
@Requires('case.read')
export class ShowTaskController {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskReader,
    private readonly cases: Cases,
    private readonly access: CaseAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id')
  @ApiOperation({ summary: 'One task, with the outcomes that its step has' })
  @ApiOkResponse({ type: TaskDetailView })
  async show(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    const row = await this.tasks.find(this.database, id);
    const stored = await this.cases.read(this.database, row.dossier_id);
    if (!stored) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    await this.access.assertCase(this.database, actor, 'case.read', stored);
    const { state } = stored;
    const step = stepOf(state.terms.definition, row.step);
    const caller = await this.access.caller(this.database, actor, stored);
    return ok(taskDetailView(row, state, { step, caller, now: this.clock.now() }), { version: row.version });
  }
}
