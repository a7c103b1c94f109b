import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { ANNOUNCE_VERSION } from '../changes/announce-version.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { plain } from '../http/plain.js';
import { VersionNumber } from '../http/version-number.pipe.js';
import { type VersionBody, VersionView } from '../views/version.view.js';
import { AnnouncementRequest } from './announcement.request.js';

@Controller('v1/procedures/:code/versions/:version/announcement')
@ApiTags('procedures')
export class AnnounceVersionController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Announces a draft by decision; refused while questions or data are missing' })
  @ApiCreatedResponse({ type: VersionView })
  announce(
    @Param('code', ProcedureCode) code: string,
    @Param('version', VersionNumber) version: number,
    @IfMatch() seen: number,
    @Body() body: AnnouncementRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<VersionBody>> {
    return this.commands.run(ANNOUNCE_VERSION, { code, version, announcement: plain(body), actor, seen });
  }
}
