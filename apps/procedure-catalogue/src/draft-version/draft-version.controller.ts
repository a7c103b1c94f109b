import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatchWhenReplacing,
  ok,
  Requires,
} from '@motcua/platform';
import { type VersionBody, VersionView, versionView } from '../views/version.view.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import { definitionOf, DraftVersionRequest } from './draft-version.request.js';
import { DraftVersion } from './draft-version.use-case.js';

@Controller('v1/procedures/:code/versions/:version')
@ApiTags('procedures')
export class DraftVersionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DraftVersion) private readonly draftVersion: DraftVersion,
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Writes the draft of a version, or replaces it; what was announced never changes (R14)' })
  @ApiOkResponse({ type: VersionView })
  @ApiCreatedResponse({ type: VersionView })
  draft(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: DraftVersionRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(async (tx) => {
      const record = await this.draftVersion.execute(tx, {
        code,
        version,
        definition: definitionOf(body),
        actor,
        seen,
      });
      const procedure = await this.procedures.lockSeen(tx, code, undefined);
      const view = versionView(procedure, record, dayInVietnam(this.clock.now()));
      const headers = { version: record.revision, location: `/catalogue/v1/procedures/${code}/versions/${version}` };
      return record.revision === 1 ? created(view, headers) : ok(view, headers);
    });
  }
}
