import { Body, Controller, Get, Headers, Inject, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  IfMatchWhenReplacing,
  languageOf,
  ok,
  OrdinalPipe,
  Requires,
} from '@motcua/platform';
import { PromisedTerm } from '../../persistence/promised-term.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import { DefineProcessRequest } from './define-process.request.js';
import { DefineProcesses } from './define-process.js';
import { ProcessDefinitionView, processDefinitionView } from './process-definition.view.js';
import { Staffing } from './staffing.js';
import { stepsOf } from './steps-of.js';

/** The steps of a procedure's version. A case keeps those of its acceptance, whatever is put here later (R14). */
@Controller('v1/process-definitions/:procedure/:version')
@ApiTags('process definitions')
export class ProcessDefinitionsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly definitions: ProcessDefinitions,
    private readonly promised: PromisedTerm,
    private readonly staffing: Staffing,
    private readonly defineProcesses: DefineProcesses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The steps that a new case of this version follows' })
  @ApiOkResponse({ type: ProcessDefinitionView })
  @Requires('case.read')
  async show(
    @Param('procedure') procedure: string,
    @Param('version', OrdinalPipe) version: number,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const definition = await this.definitions.inForce(this.database, procedure, version);
    const promisedMinutes = await this.promised.minutes(this.database, procedure, version, this.clock.now());
    const isStaffed = await this.staffing.of(this.database, definition.steps);
    const checkedBy = { promisedMinutes, isStaffed, language: languageOf(language) };
    const view = processDefinitionView(definition, { procedure, version }, checkedBy);
    // What is inherited is another version's: this one has nothing yet that could be replaced.
    const isOwn = definition.revision !== undefined && definition.version === version;
    return ok(view, isOwn ? { version: definition.revision } : {});
  }

  @Put()
  @ApiOperation({
    summary:
      'Defines the steps (201), or replaces them (200, with If-Match); open cases keep theirs. While the version is not announced the terms of the steps are compared with nothing: termCheck says so',
  })
  @ApiOkResponse({ type: ProcessDefinitionView })
  @Requires('process.write')
  define(
    @Param('procedure') procedure: string,
    @Param('version', OrdinalPipe) version: number,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { name, steps }: DefineProcessRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked = { procedure, version, name, steps: stepsOf(steps), seen, actor: actor.subject };
    const command = { ...asked, language: languageOf(language) };
    return this.commands.run(this.defineProcesses, command);
  }
}
