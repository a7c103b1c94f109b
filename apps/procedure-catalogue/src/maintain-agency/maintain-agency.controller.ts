import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { currentIdentifier } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatchWhenReplacing, Requires } from '@motcua/platform';
import { MAINTAIN_AGENCY } from '../changes/maintain-agency.js';
import { AgencyCode } from '../http/path-code.pipe.js';
import { plain } from '../http/plain.js';
import { AgencyView } from '../views/agency.view.js';
import { MaintainAgencyRequest } from './maintain-agency.request.js';

@Controller('v1/agencies')
@ApiTags('agencies')
export class MaintainAgencyController {
  constructor(private readonly commands: Commands) {}

  @Put(':code')
  @Requires('agency.write')
  @ApiOperation({ summary: 'Creates, renames, moves or closes an agency; its sub-agencies move along' })
  @ApiOkResponse({ type: AgencyView })
  @ApiCreatedResponse({ type: AgencyView })
  maintain(
    @Param('code', AgencyCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: MaintainAgencyRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<AgencyRecord>> {
    return this.commands.run(MAINTAIN_AGENCY, {
      ...plain(body),
      successors: [...new Set(body.successors.map(currentIdentifier))],
      code: currentIdentifier(code),
      actor,
      seen,
    });
  }
}
