import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  ok,
  type Page,
  pageOf,
  PageQuery,
  permittedReach,
  Requires,
  SweepAlarm,
  type PlatformCode,
  PageOf,
} from '@motcua/platform';
import { type RecalculationRow, Recalculations } from '../../persistence/recalculations.js';
import { dossierCursor } from './dossier-cursor.js';
import { PreviewRecalculation } from './preview-recalculation.js';
import { PreviewQuery } from './preview.query.js';
import { RecalculatedCaseView } from './recalculated-case.view.js';
import { RecalculationRequest } from './recalculation.request.js';
import { RecalculationView, recalculationView } from './recalculation.view.js';
import { StartRecalculation } from './start-recalculation.js';

const SCOPE = 'deadline.recalculate';

@Controller('v1/deadline-recalculations')
@ApiTags('deadlines')
@Requires(SCOPE)
export class DeadlineRecalculationsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly alarm: SweepAlarm,
    private readonly agencies: Agencies,
    private readonly recalculations: Recalculations,
    private readonly startRecalculation: StartRecalculation,
    private readonly previewRecalculation: PreviewRecalculation,
  ) {}

  @Get('preview')
  @ApiOperation({ summary: 'Preview: running cases that would move with the newest revision of their calendar' })
  @ApiOkResponse({ type: PageOf(RecalculatedCaseView) })
  async preview(
    @Query() { calendar, limit, all, cursor }: PreviewQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<RecalculatedCaseView>> {
    const after = dossierCursor(cursor);
    const revision = await this.previewRecalculation.newest(calendar);
    const agencies = await this.reach(actor);
    return this.previewRecalculation.page({ calendar, revision, agencies, after, limit, all });
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Applies a revision of a calendar to the running cases: each due date moves with its reason (R12)',
  })
  @ApiAcceptedResponse({ type: RecalculationView })
  async start(@Body() body: RecalculationRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const command = { id: newId(), asked: body, actor, agencies: await this.reach(actor) };
    const answer = await this.commands.run(this.startRecalculation, command);
    this.alarm.ring();
    return answer;
  }

  @Get(':id')
  @ApiOperation({ summary: 'Progress of the recalculation' })
  @ApiOkResponse({ type: RecalculationView })
  async find(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    const row = await this.own(id, actor);
    const counts = await this.recalculations.counts(this.database, id);
    return ok(recalculationView(row, counts), { version: 1 + counts.moved + counts.kept + counts.unchanged });
  }

  @Get(':id/cases')
  @ApiOperation({ summary: 'Result for each case' })
  @ApiOkResponse({ type: PageOf(RecalculatedCaseView) })
  async cases(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { cursor, limit }: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<RecalculatedCaseView>> {
    await this.own(id, actor);
    const rows = await this.recalculations.cases(this.database, id, dossierCursor(cursor), limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.dossier_id],
      ({ recalculation_id: _, dossier_id: dossierId, ...row }) => ({ dossierId, ...row }),
    );
  }

  /** The agencies whose cases the actor may move; null: every agency's. */
  private async reach(actor: Actor): Promise<string[] | null> {
    if (permittedReach(actor, SCOPE) === 'all') return null;
    return this.agencies.subtrees(agenciesOf(actor));
  }

  private async own(id: string, actor: Actor): Promise<RecalculationRow> {
    const row = await this.recalculations.find(this.database, id);
    const reach = await this.reach(actor);
    const within = reach === null || row?.agencies?.every((agency) => reach.includes(agency)) === true;
    if (!row || !within) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return row;
  }
}
