import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  IfMatchWhenReplacing,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { OfficerRegister } from '../../persistence/officer-register.js';
import { MAINTAIN_OFFICER } from './maintain-officer.js';
import { OfficerRequest } from './officer.request.js';
import { RegisteredOfficerView, registeredOfficerView } from './registered-officer.view.js';

/** Who may hold a task: by name, title, agencies, roles and absence. */
@Controller('v1/officers/:subject')
@ApiTags('officers')
export class OfficersController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly officers: OfficerRegister,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One officer' })
  @ApiOkResponse({ type: RegisteredOfficerView })
  @Requires('case.read')
  async show(@Param('subject') subject: string): Promise<Answer> {
    const officer = await this.officers.find(this.database, subject);
    if (!officer) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return ok(registeredOfficerView(officer), { version: officer.version });
  }

  @Put()
  @ApiOperation({ summary: 'Registers an officer (201), or changes one (200, with If-Match)' })
  @ApiOkResponse({ type: RegisteredOfficerView })
  @Requires('officer.write')
  maintain(
    @Param('subject') subject: string,
    @IfMatchWhenReplacing() version: number | undefined,
    @Body() body: OfficerRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(MAINTAIN_OFFICER, { subject, version, actor: actor.subject, request: body });
  }
}
