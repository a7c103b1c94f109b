import { Controller, Get, Headers, Inject, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Calendars } from '@motcua/catalogue-copy';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, CurrentActor, Database, OrdinalPipe, Requires } from '@motcua/platform';
import { processDiagram } from '@motcua/processing-domain';
import type { FastifyReply } from 'fastify';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import { CaseReader } from '../../access/case-reader.js';
import { TaskReader } from '../../access/task-reader.js';
import { answerDiagram, MERMAID, SVG } from './answer-diagram.js';
import { caseProgress } from './case-progress.js';

/** A process as a picture: the steps of a definition, or a case's with where it stands. */
@Controller('v1')
@Requires('case.read')
export class DrawProcessController {
  constructor(
    private readonly database: Database,
    private readonly definitions: ProcessDefinitions,
    private readonly cases: CaseReader,
    private readonly tasks: TaskReader,
    private readonly calendars: Calendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('process-definitions/:procedure/:version/diagram')
  @ApiTags('process definitions')
  @ApiOperation({ summary: 'The steps as a diagram: SVG or Mermaid text, by Accept' })
  @ApiProduces(MERMAID, SVG)
  async ofDefinition(
    @Param('procedure') procedure: string,
    @Param('version', OrdinalPipe) version: number,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const definition = await this.definitions.inForce(this.database, procedure, version);
    const title = `${definition.name} (${procedure}, ${version})`;
    await answerDiagram(reply, processDiagram(definition), { accept, acceptLanguage }, title);
  }

  @Get('cases/:dossierId/diagram')
  @ApiTags('cases')
  @ApiOperation({
    summary: 'The case in its process: where it stands and how long each step took; SVG or Mermaid text',
  })
  @ApiProduces(MERMAID, SVG)
  async ofCase(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @CurrentActor() actor: Actor,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { state } = await this.cases.find(actor, dossierId);
    const { code, revision } = state.terms.calendar;
    const { calendar } = await this.calendars.revision(code, revision);
    const rows = await this.tasks.ofCase(this.database, dossierId);
    const progress = caseProgress(state, rows, calendar, this.clock.now());
    const diagram = processDiagram(state.terms.definition, progress);
    await answerDiagram(reply, diagram, { accept, acceptLanguage }, `${state.code} · ${state.terms.definition.name}`);
  }
}
