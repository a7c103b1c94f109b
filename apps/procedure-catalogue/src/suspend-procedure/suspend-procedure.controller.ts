import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { ProcedureView, procedureView } from '../views/procedure.view.js';
import { plain } from '../http/plain.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { SuspendProcedure } from './suspend-procedure.use-case.js';
import { SuspensionRequest } from './suspension.request.js';

@Controller('v1/procedures/:code/suspension')
@ApiTags('procedures')
export class SuspendProcedureController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(SuspendProcedure) private readonly suspendProcedure: SuspendProcedure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Takes no new dossiers for a while; the ETag seen is that of the procedure' })
  @ApiCreatedResponse({ type: ProcedureView })
  suspend(
    @Param('code', ProcedureCode) code: string,
    @IfMatch() seen: number,
    @Body() body: SuspensionRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<ProcedureView>> {
    return this.commands.run(async (tx) => {
      const procedure = await this.suspendProcedure.execute(tx, { code, suspension: plain(body), actor, seen });
      return created(procedureView(procedure, dayInVietnam(this.clock.now())), { version: procedure.revision });
    });
  }
}
