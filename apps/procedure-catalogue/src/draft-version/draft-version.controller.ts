import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatchWhenReplacing, Requires } from '@motcua/platform';
import { DRAFT_VERSION } from '../changes/draft-version.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { type VersionBody, VersionView } from '../views/version.view.js';
import { definitionOf, DraftVersionRequest } from './draft-version.request.js';

@Controller('v1/procedures/:code/versions/:version')
@ApiTags('procedures')
export class DraftVersionController {
  constructor(private readonly commands: Commands) {}

  @Put()
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Creates or replaces the draft of a version; an announced version cannot be changed (R14)' })
  @ApiOkResponse({ type: VersionView })
  @ApiCreatedResponse({ type: VersionView })
  draft(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: DraftVersionRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(DRAFT_VERSION, { code, version, definition: definitionOf(body), actor, seen });
  }
}
