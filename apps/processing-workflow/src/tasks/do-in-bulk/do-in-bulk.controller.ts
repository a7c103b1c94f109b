import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertOneSelection,
  BulkActions,
  BulkActionView,
  type BulkSelection,
  CurrentActor,
  Requires,
  seenVersion,
} from '@motcua/platform';
import { FindTasks } from '../../work-list/find-tasks.js';
import { DoInBulkRequest } from './do-in-bulk.request.js';
import { taskParameters } from './task-parameters.js';

/** What an officer does to many tasks at once. */
@Controller('v1/bulk-actions')
@ApiTags('bulk actions')
@Requires('case.work')
export class DoInBulkController {
  constructor(
    private readonly bulk: BulkActions,
    private readonly tasks: FindTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Claims, releases, assigns, forwards or approves many tasks, or shows what would happen to each',
    description:
      'Each task is dealt with as by the single action, in a transaction of its own, with the rights that the token has now. ' +
      'A preview (`dryRun`) changes nothing; `preview` then applies it to what it would have done, in the versions it saw.',
  })
  @ApiAcceptedResponse({ type: BulkActionView })
  take(@Body() body: DoInBulkRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const parameters = taskParameters(body);
    assertOneSelection(body);
    const { action, dryRun } = body;
    const selection = this.selection(body, actor);
    return this.bulk.take({ ...(action !== undefined && { action }), parameters, dryRun, selection, actor });
  }

  private selection({ items, filter, preview = '' }: DoInBulkRequest, actor: Actor): BulkSelection {
    if (items) return { items: items.map(({ id, etag }) => ({ id, version: seenVersion(etag) })) };
    if (filter) return { filter: this.tasks.all(actor, filter, this.clock.now()) };
    return { preview };
  }
}
