import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertVersion,
  Commands,
  created,
  CurrentActor,
  Database,
  IfMatchWhenReplacing,
  ok,
  Requires,
  OrdinalPipe,
} from '@motcua/platform';
import { checkProcessDefinition, DEFAULT_PROCESS, type ProcessDefinition } from '@motcua/processing-domain';
import { ProcessDefinitions } from '../persistence/process-definitions.js';
import { DefineProcessRequest } from './define-process.request.js';
import { ProcessDefinitionView } from './process-definition.view.js';

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('process/' || $1 || '/' || $2, 0))`;

/** The steps of a procedure's version. A case keeps those of its acceptance, whatever is put here later (R14). */
@Controller('v1/process-definitions/:procedure/:version')
@ApiTags('process definitions')
export class ProcessDefinitionsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Database) private readonly database: Database,
    private readonly definitions: ProcessDefinitions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The steps that a new case of this version follows' })
  @ApiOkResponse({ type: ProcessDefinitionView })
  @Requires('case.read')
  async show(@Param('procedure') procedure: string, @Param('version', OrdinalPipe) version: number): Promise<Answer> {
    const stored = await this.definitions.find(this.database, procedure, version);
    if (!stored) return ok({ ...DEFAULT_PROCESS, procedure, version, builtIn: true });
    return ok({ ...stored.definition, builtIn: false }, { version: stored.version });
  }

  @Put()
  @ApiOperation({ summary: 'Defines the steps (201), or replaces them (200, with If-Match); open cases keep theirs' })
  @ApiOkResponse({ type: ProcessDefinitionView })
  @Requires('process.write')
  define(
    @Param('procedure') procedure: string,
    @Param('version', OrdinalPipe) version: number,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { name, steps }: DefineProcessRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    // Plain objects: what is stored is what was checked, not its classes.
    const definition = JSON.parse(JSON.stringify({ procedure, version, name, steps })) as ProcessDefinition;
    return this.commands.run(async (tx) => {
      checkProcessDefinition(definition);
      await tx.query(LOCK, [procedure, String(version)]);
      const known = await this.definitions.find(tx, procedure, version);
      assertVersion(known?.version, seen);
      const next = (known?.version ?? 0) + 1;
      await this.definitions.keep(tx, definition, next);
      tx.record({
        aggregate: `process/${procedure}@${version}`,
        at: this.clock.now(),
        actor: actor.subject,
        action: 'define',
        detail: { version: next, steps: steps.map(({ code }) => code) },
      });
      return (known ? ok : created)({ ...definition, builtIn: false }, { version: next });
    });
  }
}
