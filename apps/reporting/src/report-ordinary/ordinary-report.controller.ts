import type { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, contentDisposition, CurrentActor, representationOf, Requires } from '@motcua/platform';
import { printLongTable, printSheet } from '@motcua/pdf-drawing';
import type { FastifyReply } from 'fastify';
import { AgencyInReach } from '../read-figures/agency-in-reach.js';
import { parsePeriod } from '../read-figures/period.js';
import { layOutReport } from './lay-out-report.js';
import { OrdinaryReportQuery } from './ordinary-report.query.js';
import { OrdinaryReportView } from './ordinary-report.view.js';
import { ReportOrdinary } from './report-ordinary.use-case.js';

const JSON_TYPE = 'application/json';
const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('v1/reports/ordinary')
@ApiTags('reports')
@Requires('report.read')
export class OrdinaryReportController {
  constructor(
    private readonly agencies: AgencyInReach,
    private readonly reportOrdinary: ReportOrdinary,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Returns the periodic report on administrative procedures of an agency and all below it (form II.06)',
    description:
      'Counted by date. Each line: carried over, received by channel, finished early, on the day and late, still running. JSON, PDF or XLSX, by Accept.',
  })
  @ApiProduces(JSON_TYPE, PDF, XLSX)
  @ApiOkResponse({ type: OrdinaryReportView })
  async read(
    @Query() { agency: asked, period, by }: OrdinaryReportQuery,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const representation = representationOf(accept, [JSON_TYPE, PDF, XLSX]);
    const agency = await this.agencies.find(actor, asked);
    const report = await this.reportOrdinary.execute(agency, parsePeriod(period), by);
    if (representation === JSON_TYPE) return void reply.send(report);
    const issuer = { superior: await this.agencies.nameOf(agency.parent), agency: agency.name };
    const table = layOutReport(report, { issuer, printedAt: this.clock.now() });
    const paper: Readable = representation === PDF ? printLongTable(table) : printSheet(table);
    const name = `bao-cao-II06-${agency.code}-${period}.${representation === PDF ? 'pdf' : 'xlsx'}`;
    void reply
      .header('content-type', representation)
      .header('content-disposition', contentDisposition(name))
      .send(paper);
  }
}
