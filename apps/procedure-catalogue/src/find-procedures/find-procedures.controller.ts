import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import { type Answer, ok, type Page, Requires } from '@motcua/platform';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { ProcedureStore, versionOf } from '../persistence/procedure-store.js';
import { FindProceduresQuery } from './find-procedures.query.js';
import { FindProcedures } from './find-procedures.js';
import { InstantQuery } from './instant.query.js';
import type { ProcedureLine } from './procedure-line.js';
import { ProcedurePageView } from './procedure-page.view.js';
import { ProcedureView, procedureView } from '../views/procedure.view.js';
import { type VersionBody, VersionView, versionView } from '../views/version.view.js';

@Controller('v1/procedures')
@ApiTags('procedures')
@Requires('catalogue.read')
export class FindProceduresController {
  constructor(
    @Inject(FindProcedures) private readonly findProcedures: FindProcedures,
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Procedures, searched and filtered; ranked where a query is given, else in order of codes' })
  @ApiOkResponse({ type: ProcedurePageView })
  find(@Query() query: FindProceduresQuery): Promise<Page<ProcedureLine>> {
    return this.findProcedures.execute(query);
  }

  @Get(':code')
  @ApiOperation({ summary: 'A procedure with what is in force, now or at another time (R14)' })
  @ApiOkResponse({ type: ProcedureView })
  async get(@Param('code', ProcedureCode) code: string, @Query() { at }: InstantQuery): Promise<Answer<ProcedureView>> {
    const procedure = await this.procedures.get(code);
    return ok(procedureView(procedure, this.dayOf(at)), { version: procedure.revision });
  }

  @Get(':code/versions/:version')
  @ApiOperation({ summary: 'Any version, in force or not' })
  @ApiOkResponse({ type: VersionView })
  async version(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) number: number,
    @Query() { at }: InstantQuery,
  ): Promise<Answer<VersionBody>> {
    const procedure = await this.procedures.get(code);
    const version = versionOf(procedure, number);
    return ok(versionView(procedure, version, this.dayOf(at)), { version: version.revision });
  }

  private dayOf(at: string | undefined): string {
    return dayInVietnam(at === undefined ? this.clock.now() : Temporal.Instant.from(at));
  }
}
