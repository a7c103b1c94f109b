import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, dayInVietnam } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  couldReach,
  CurrentActor,
  Database,
  ok,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { announcedPart, type ProcedureRecord, unknownProcedure, versionOf } from '@motcua/catalogue-domain';
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
    summary:
      'Lists the procedures that are announced, and to who keeps them the drafts; with a query the best match comes first, else they are in the order of their codes',
  })
  @ApiOkResponse({ type: PageOf(ProcedureLine) })
  find(@Query() query: FindProceduresQuery, @CurrentActor() actor: Actor): Promise<Page<ProcedureLine>> {
    return this.findProcedures.execute(query, keepsProcedures(actor));
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns a procedure with the version in force, now or at another time (R14)' })
  @ApiOkResponse({ type: ProcedureView })
  async get(
    @Param('code', ProcedureCode) code: string,
    @Query() { at }: InstantQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<ProcedureView>> {
    const procedure = await this.procedure(code, actor);
    return ok(procedureView(procedure, this.dayOf(at)), { version: procedure.revision });
  }

  @Get(':code/versions/:version')
  @ApiOperation({ summary: 'Returns a version, in force or not' })
  @ApiOkResponse({ type: VersionView })
  async version(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) number: number,
    @Query() { at }: InstantQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<VersionBody>> {
    const procedure = await this.procedure(code, actor);
    const version = versionOf(procedure, number);
    return ok(versionView(procedure, version, this.dayOf(at)), { version: version.revision });
  }

  /** @throws Refusal PROCEDURE.UNKNOWN */
  private async procedure(code: string, actor: Actor): Promise<ProcedureRecord> {
    const found = (await readProcedures(this.database, [code])).get(code)?.procedure;
    const shown = found && (keepsProcedures(actor) ? found : announcedPart(found));
    if (!shown) throw unknownProcedure(code);
    return shown;
  }

  private dayOf(at: string | undefined): string {
    return dayInVietnam(at === undefined ? this.clock.now() : Temporal.Instant.from(at));
  }
}

/** Who keeps the catalogue sees its drafts and their open questions, and nobody else does. */
const keepsProcedures = (actor: Actor): boolean => couldReach(actor, 'procedure.write', { agencies: [] });
