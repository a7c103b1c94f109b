import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '@motcua/kernel';
import { type Actor, type Answer, Commands, created, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { ProcedureView, procedureView } from '../views/procedure.view.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { dayInVietnam } from '@motcua/catalogue-domain';
import { RepealProcedure } from './repeal-procedure.use-case.js';
import { RepealRequest } from './repeal.request.js';

@Controller('v1/procedures/:code/repeal')
@ApiTags('procedures')
export class RepealProcedureController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(RepealProcedure) private readonly repealProcedure: RepealProcedure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Repeals a procedure from a day on; the ETag seen is that of the procedure' })
  @ApiCreatedResponse({ type: ProcedureView })
  repeal(
    @Param('code', ProcedureCode) code: string,
    @IfMatch() seen: number,
    @Body() { from, decisionNumber }: RepealRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<ProcedureView>> {
    return this.commands.run(async (tx) => {
      const procedure = await this.repealProcedure.execute(tx, { code, from, decisionNumber, actor, seen });
      return created(procedureView(procedure, dayInVietnam(this.clock.now())), { version: procedure.revision });
    });
  }
}
