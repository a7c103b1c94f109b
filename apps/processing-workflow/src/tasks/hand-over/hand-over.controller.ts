import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires, type Tx } from '@motcua/platform';
import { handOver } from '@motcua/processing-domain';
import { ChangeTask } from '../../change/change-task.js';
import { TaskDetailView } from '../../views/task-detail.view.js';
import { HandOverRequest } from './hand-over.request.js';
import type { WorkflowCode } from '../../problems.js';

@Controller('v1/tasks/:id/hand-over')
@ApiTags('tasks')
@Requires('case.work')
export class HandOverController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly tasks: ChangeTask,
    private readonly agencies: Agencies,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Hands the task over to another agency, with a reason; that agency sees the case from now on',
  })
  @ApiCreatedResponse({ type: TaskDetailView })
  handOver(
    @Param('id', ParseUUIDPipe) taskId: string,
    @IfMatch() version: number,
    @Body() { agency, reason }: HandOverRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const inHand = await this.tasks.take(tx, { taskId, version, actor, scope: 'case.work' });
      const { stored, task, officer } = inHand;
      const to = await this.known(tx, agency);
      const decided = handOver(stored.state, { taskId, officer, agency: to, reason });
      return this.tasks.save(tx, inHand, decided, 'handOver', { from: task.agency, to, reason });
    });
  }

  /** @throws Refusal TASK.AGENCY_UNKNOWN for one that is not in the province, or is dissolved */
  private async known(tx: Tx, identifier: string): Promise<string> {
    const agency = await this.agencies.find(identifier, tx);
    if (agency?.active) return agency.code;
    throw new Refusal<WorkflowCode>('TASK.AGENCY_UNKNOWN', { agency: identifier }, [
      {
        pointer: '/agency',
        code: 'AGENCY_UNKNOWN',
        detail: { vi: 'Không có cơ quan đang hoạt động với mã này.', en: 'No active agency has this identifier.' },
      },
    ]);
  }
}
