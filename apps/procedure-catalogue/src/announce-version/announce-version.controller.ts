import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { type VersionBody, VersionView, versionView } from '../views/version.view.js';
import { plain } from '../http/plain.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import { AnnouncementRequest } from './announcement.request.js';
import { AnnounceVersion } from './announce-version.use-case.js';

@Controller('v1/procedures/:code/versions/:version/announcement')
@ApiTags('procedures')
export class AnnounceVersionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AnnounceVersion) private readonly announceVersion: AnnounceVersion,
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Announces a draft by decision; refused while it leaves anything open' })
  @ApiCreatedResponse({ type: VersionView })
  announce(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @IfMatch() seen: number,
    @Body() body: AnnouncementRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(async (tx) => {
      const record = await this.announceVersion.execute(tx, { code, version, announcement: plain(body), actor, seen });
      const procedure = await this.procedures.lockSeen(tx, code, undefined);
      return created(versionView(procedure, record, dayInVietnam(this.clock.now())), { version: record.revision });
    });
  }
}
