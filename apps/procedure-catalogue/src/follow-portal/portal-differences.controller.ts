import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
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
  PageOf,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { DECIDE_DIFFERENCE } from '../changes/decide-difference.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { findPortalDifferences, listPortalDifferences } from '../persistence/portal-differences.js';
import { DifferenceView, differenceView } from '../views/difference.view.js';
import { DifferencesQuery } from './differences.query.js';
import { DismissalRequest } from './dismissal.request.js';
import { TakingRequest } from './taking.request.js';

function cursorOf(cursor: string | undefined): readonly [string, string] | null {
  const [since, procedure] = decodeCursor(cursor, 2) ?? [];
  return typeof since === 'string' && typeof procedure === 'string' && !Number.isNaN(Date.parse(since))
    ? [since, procedure]
    : null;
}

@Controller('v1/portal-differences')
@ApiTags('following the portal')
@Requires('procedure.write')
export class PortalDifferencesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Differences between the procedures of the national portal and ours: new, changed, gone, field by field, and since when; the oldest first',
  })
  @ApiOkResponse({ type: PageOf(DifferenceView) })
  async list(@Query() { cursor, limit, state, kind }: DifferencesQuery): Promise<Page<DifferenceView>> {
    const rows = await listPortalDifferences(this.database, {
      after: cursorOf(cursor),
      limit: limit + 1,
      ...(state && { state }),
      ...(kind && { kind }),
    });
    return pageOf(rows, limit, ({ since, procedure }) => [since.toString(), procedure], differenceView);
  }

  @Get(':code')
  @ApiOperation({ summary: 'The difference of one procedure' })
  @ApiOkResponse({ type: DifferenceView })
  async get(@Param('code', ProcedureCode) code: string): Promise<Answer<DifferenceView>> {
    const [found] = await findPortalDifferences(this.database, [code]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { procedure: code });
    return ok(differenceView(found), { version: found.revision });
  }

  @Post(':code/taking')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Takes what the portal says: a draft is made of it, with what it leaves open, and nothing in force changes; send the ETag of the difference',
  })
  @ApiOkResponse({ type: DifferenceView })
  take(
    @Param('code', ProcedureCode) procedure: string,
    @IfMatch() seen: number,
    @Body() { reason }: TakingRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<DifferenceView>> {
    return this.commands.run(DECIDE_DIFFERENCE, { procedure, take: true, reason, actor, seen });
  }

  @Post(':code/dismissal')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Dismisses a difference until the portal changes the procedure again; send the ETag of the difference',
  })
  @ApiOkResponse({ type: DifferenceView })
  dismiss(
    @Param('code', ProcedureCode) procedure: string,
    @IfMatch() seen: number,
    @Body() { reason }: DismissalRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<DifferenceView>> {
    return this.commands.run(DECIDE_DIFFERENCE, { procedure, take: false, reason, actor, seen });
  }
}
