import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { assertPassed, sendBack } from '@motcua/processing-domain';
import { CompletedTaskView } from '../../views/completed-task.view.js';
import { Assignees } from '../../change/assignees.js';
import { ChangeTask } from '../../change/change-task.js';
import { Openings } from '../../change/openings.js';
import { CaseStore } from '../../persistence/case-store.js';
import { TaskReader } from '../../access/task-reader.js';
import { caseView } from '../../views/case.view.js';
import { taskView } from '../../views/task.view.js';
import { SendBackRequest } from './send-back.request.js';

@Controller('v1/tasks/:id/send-back')
@ApiTags('tasks')
@Requires('case.work')
export class SendBackController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeTask,
    private readonly openings: Openings,
    private readonly assignees: Assignees,
    private readonly cases: CaseStore,
    private readonly tasks: TaskReader,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Sends the case back to any step that it has passed, with a reason' })
  @ApiCreatedResponse({ type: CompletedTaskView })
  sendBack(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { to, reason, comment, nextAssignee }: SendBackRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { stored, task, officer, now } = await this.change.take(tx, { taskId, version, actor, scope: 'case.work' });
      const { state } = stored;
      const opening = await this.openings.of(tx, state, now);
      if (nextAssignee !== undefined) assertPassed(state, to);
      const assignee =
        nextAssignee === undefined
          ? undefined
          : await this.assignees.ofStep(tx, nextAssignee, { terms: state.terms, code: to }, now, '/nextAssignee');
      const decided = sendBack(state, { taskId, officer, to, reason }, { ...opening, assignee });
      const saved = await this.cases.save(tx, stored, decided, {
        at: now,
        actor: officer.subject,
        action: 'sendBack',
        detail: { step: task.step, to, reason },
        closure: { taskId, outcome: 'sendBack', reason, comment },
      });
      const row = await this.tasks.find(tx, taskId);
      return created({ ...taskView(row, now), case: caseView(saved) }, { version: row.version });
    });
  }
}
