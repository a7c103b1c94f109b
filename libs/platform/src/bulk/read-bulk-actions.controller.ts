import { Controller, Get, Headers, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../http/auth.guard.js';
import { AnyToken } from '../auth/requires.decorator.js';
import { Database } from '../database/database.js';
import { type Answer, ok } from '../database/answer.js';
import { decodeCursor, type Page, pageOf } from '../database/keyset.js';
import { languageOf } from '../observability/language.js';
import { PageOf } from '../http/page-of.js';
import type { ProblemTable } from '../http/problem.js';
import { PROBLEMS } from '../http/problems.token.js';
import { BulkActionView, bulkActionView } from './bulk-action.view.js';
import { BulkItemView, bulkItemView } from './bulk-item.view.js';
import { BulkItemsQuery } from './bulk-items.query.js';
import { type BulkActionRow, BulkStore } from './bulk-store.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** How far a bulk action has come, and what became of each item: for whoever asked for it. */
@Controller('v1/bulk-actions/:id')
@ApiTags('bulk actions')
@AnyToken()
export class ReadBulkActionsController {
  constructor(
    private readonly database: Database,
    @Inject(PROBLEMS) private readonly problems: ProblemTable,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A bulk action of mine: how many items wait, are done, were refused' })
  @ApiOkResponse({ type: BulkActionView })
  async show(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    const row = await this.mine(id, actor);
    const counts = await BulkStore.counts(this.database, id);
    const settled = row.total - counts.waiting;
    return ok(bulkActionView(row, counts), { version: 1 + settled + (row.finishedAt ? 1 : 0) });
  }

  @Get('items')
  @ApiOperation({ summary: 'The items of a bulk action of mine, each with what became of it' })
  @ApiOkResponse({ type: PageOf(BulkItemView) })
  async items(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cursor, limit, state }: BulkItemsQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Page<BulkItemView>> {
    await this.mine(id, actor);
    const [after = 0] = decodeCursor(cursor, 1) ?? [];
    const place = Number.isSafeInteger(after) ? Number(after) : 0;
    const rows = await BulkStore.items(this.database, id, place, state ?? null, limit + 1);
    return pageOf(
      rows,
      limit,
      ({ n }) => [n],
      (row) => bulkItemView(row, this.problems, languageOf(language)),
    );
  }

  private async mine(id: string, actor: Actor): Promise<BulkActionRow> {
    const row = await BulkStore.read(this.database, id, actor.subject);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
