import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { REPEAL_PROCEDURE } from '../changes/repeal-procedure.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { ProcedureView } from '../views/procedure.view.js';
import { RepealRequest } from './repeal.request.js';

@Controller('v1/procedures/:code/repeal')
@ApiTags('procedures')
export class RepealProcedureController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Repeals a procedure from a day on; send the ETag of the procedure' })
  @ApiCreatedResponse({ type: ProcedureView })
  repeal(
    @Param('code', ProcedureCode) code: string,
    @IfMatch() seen: number,
    @Body() { from, decisionNumber }: RepealRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<ProcedureView>> {
    return this.commands.run(REPEAL_PROCEDURE, { code, from, decisionNumber, actor, seen });
  }
}
