import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Fault, isUuid, newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  decodeCursor,
  IfMatch,
  ok,
  type Page,
  pageOf,
  Requires,
  type PlatformCode,
  PageOf,
} from '@motcua/platform';
import { ProcessMoves } from '../../persistence/process-moves.js';
import { MoveCasesRequest } from './move-cases.request.js';
import { MoveItemView, moveItemView } from './move-item.view.js';
import { MoveItemsQuery } from './move-items.query.js';
import { ProcessMoveView, processMoveView } from './process-move.view.js';
import { GoOnWithMoves } from './go-on-with-move.js';
import { PlanMoves } from './plan-move.js';
import { UndoMoveRequest } from './undo-move.request.js';

const NIL = '00000000-0000-0000-0000-000000000000';

const OF_ANOTHER_LIST: Fault = {
  pointer: '/cursor',
  code: 'CURSOR_INVALID',
  detail: { vi: 'Con trỏ này không phải của danh sách này.', en: 'The cursor is not one of this list.' },
};

/** Running cases are moved to another definition by an explicit act: planned, applied, undone (R14). */
@Controller('v1/process-moves')
@ApiTags('process definitions')
@Requires('process.write')
export class MoveCasesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly planMoves: PlanMoves,
    private readonly goOn: GoOnWithMoves,
    private readonly moves: ProcessMoves,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Plans a move and previews its effect on each running case of the procedure; changes nothing',
  })
  @ApiCreatedResponse({ type: ProcessMoveView })
  plan(@Body() body: MoveCasesRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const steps = Object.fromEntries((body.steps ?? []).map(({ from, to }) => [from, to]));
    const { procedure, version, reason } = body;
    const command = { id: newId(), procedure, version, reason, steps, actor: actor.subject };
    return this.commands.run(this.planMoves, command);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One move, with the number of cases in each state' })
  @ApiOkResponse({ type: ProcessMoveView })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Answer> {
    const move = await this.moves.find(this.database, id);
    return ok(processMoveView(move, await this.moves.counts(this.database, id)), { version: move.version });
  }

  @Get(':id/items')
  @ApiOperation({ summary: 'Effect of the move on each case, or the reason why it cannot be moved' })
  @ApiOkResponse({ type: PageOf(MoveItemView) })
  async items(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { state, cursor, limit }: MoveItemsQuery,
  ): Promise<Page<MoveItemView>> {
    const [key] = decodeCursor(cursor, 1) ?? [NIL];
    const after = String(key);
    if (after !== NIL && !isUuid(after))
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [OF_ANOTHER_LIST]);
    await this.moves.find(this.database, id);
    const rows = await this.moves.page(this.database, id, state, after, limit + 1);
    return pageOf(rows, limit, (row) => [row.dossier_id], moveItemView);
  }

  @Post(':id/application')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Moves up to 200 of the planned cases; repeat it, each time with the new ETag, until none is planned',
  })
  @ApiCreatedResponse({ type: ProcessMoveView })
  apply(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.goOn, { id, version, actor: actor.subject });
  }

  @Post(':id/reversal')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Undoes the move of up to 200 cases, with a reason; a case that has continued since stays as it is',
  })
  @ApiCreatedResponse({ type: ProcessMoveView })
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: UndoMoveRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.goOn, { id, version, actor: actor.subject, undoReason: reason });
  }
}
