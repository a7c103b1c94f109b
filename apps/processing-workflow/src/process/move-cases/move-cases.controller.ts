import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Fault, isUuid, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  Database,
  decodeCursor,
  IfMatch,
  ok,
  type Page,
  pageOf,
  Requires,
  type Tx,
  type PlatformCode,
} from '@motcua/platform';
import { MoveCasesRequest } from './move-cases.request.js';
import { MoveCases } from './move-cases.use-case.js';
import { MoveItemPage } from './move-item.page.js';
import { type MoveItemView, moveItemView } from './move-item.view.js';
import { MoveItemsQuery } from './move-items.query.js';
import { ProcessMoveView, processMoveView } from './process-move.view.js';
import { type MoveRow, ProcessMoves } from './process-moves.js';
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
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Database) private readonly database: Database,
    private readonly moveCases: MoveCases,
    private readonly moves: ProcessMoves,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Plans a move: what would happen to each running case of the procedure; nothing happens yet',
  })
  @ApiCreatedResponse({ type: ProcessMoveView })
  plan(@Body() body: MoveCasesRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const steps = Object.fromEntries((body.steps ?? []).map(({ from, to }) => [from, to]));
    return this.commands.run(async (tx) => {
      const { procedure, version, reason } = body;
      const move = await this.moveCases.plan(tx, { procedure, version, reason, steps, actor: actor.subject });
      return this.answer(tx, move);
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'A move, and how many cases are where with it' })
  @ApiOkResponse({ type: ProcessMoveView })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Answer> {
    const move = await this.moves.find(this.database, id);
    return ok(processMoveView(move, await this.moves.counts(this.database, id)), { version: move.version });
  }

  @Get(':id/items')
  @ApiOperation({ summary: 'What the move does to each case, or why it cannot' })
  @ApiOkResponse({ type: MoveItemPage })
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
    return this.commands.run(async (tx) => this.answer(tx, await this.moveCases.apply(tx, id, version, actor.subject)));
  }

  @Post(':id/reversal')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Takes up to 200 moved cases back, with a reason; a case that has gone on since stays where it is',
  })
  @ApiCreatedResponse({ type: ProcessMoveView })
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: UndoMoveRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) =>
      this.answer(tx, await this.moveCases.undo(tx, id, version, actor.subject, reason)),
    );
  }

  private async answer(tx: Tx, move: MoveRow): Promise<Answer<ProcessMoveView>> {
    const view = processMoveView(move, await this.moves.counts(tx, move.id));
    return created(view, { version: move.version, location: `/workflow/v1/process-moves/${move.id}` });
  }
}
