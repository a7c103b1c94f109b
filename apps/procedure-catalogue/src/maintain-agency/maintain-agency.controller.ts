import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentIdentifier } from '@motcua/kernel';
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
import { AgencyView } from '../views/agency.view.js';
import { plain } from '../http/plain.js';
import { AgencyCode } from '../http/path-code.pipe.js';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { MaintainAgencyRequest } from './maintain-agency.request.js';
import { MaintainAgency } from './maintain-agency.use-case.js';

@Controller('v1/agencies')
@ApiTags('agencies')
export class MaintainAgencyController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(MaintainAgency) private readonly maintainAgency: MaintainAgency,
  ) {}

  @Put(':code')
  @Requires('agency.write')
  @ApiOperation({ summary: 'Creates an agency, or renames, moves or closes it; those below move along' })
  @ApiOkResponse({ type: AgencyView })
  @ApiCreatedResponse({ type: AgencyView })
  keep(
    @Param('code', AgencyCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() body: MaintainAgencyRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<AgencyRecord>> {
    return this.commands.run(async (tx) => {
      const agency = await this.maintainAgency.execute(tx, {
        ...plain(body),
        code: currentIdentifier(code),
        actor,
        seen,
      });
      const headers = { version: agency.revision, location: `/catalogue/v1/agencies/${agency.code}` };
      return agency.revision === 1 ? created(agency, headers) : ok(agency, headers);
    });
  }
}
