import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, dayInVietnam } from '@motcua/kernel';
import { type Answer, Database, ok, type Page, PageOf, Requires } from '@motcua/platform';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { type ProcedureRecord, unknownProcedure, versionOf } from '@motcua/catalogue-domain';
import { readProcedures } from '../persistence/procedures.js';
import { FindProceduresQuery } from './find-procedures.query.js';
import { FindProcedures } from './find-procedures.js';
import { InstantQuery } from './instant.query.js';
import { ProcedureLine } from './procedure-line.js';
import { ProcedureView, procedureView } from '../views/procedure.view.js';
import { type VersionBody, VersionView, versionView } from '../views/version.view.js';

@Controller('v1/procedures')
@ApiTags('procedures')
@Requires('catalogue.read')
export class FindProceduresController {
  constructor(
    private readonly findProcedures: FindProcedures,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Lists procedures; with a query the best match comes first, else they are in the order of their codes',
  })
  @ApiOkResponse({ type: PageOf(ProcedureLine) })
  find(@Query() query: FindProceduresQuery): Promise<Page<ProcedureLine>> {
    return this.findProcedures.execute(query);
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns a procedure with the version in force, now or at another time (R14)' })
  @ApiOkResponse({ type: ProcedureView })
  async get(@Param('code', ProcedureCode) code: string, @Query() { at }: InstantQuery): Promise<Answer<ProcedureView>> {
    const procedure = await this.procedure(code);
    return ok(procedureView(procedure, this.dayOf(at)), { version: procedure.revision });
  }

  @Get(':code/versions/:version')
  @ApiOperation({ summary: 'Returns a version, in force or not' })
  @ApiOkResponse({ type: VersionView })
  async version(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) number: number,
    @Query() { at }: InstantQuery,
  ): Promise<Answer<VersionBody>> {
    const procedure = await this.procedure(code);
    const version = versionOf(procedure, number);
    return ok(versionView(procedure, version, this.dayOf(at)), { version: version.revision });
  }

  /** @throws Refusal PROCEDURE.UNKNOWN */
  private async procedure(code: string): Promise<ProcedureRecord> {
    const found = (await readProcedures(this.database, [code])).get(code);
    if (!found) throw unknownProcedure(code);
    return found.procedure;
  }

  private dayOf(at: string | undefined): string {
    return dayInVietnam(at === undefined ? this.clock.now() : Temporal.Instant.from(at));
  }
}
