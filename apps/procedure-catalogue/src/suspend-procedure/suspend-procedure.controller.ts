import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { SUSPEND_PROCEDURE } from '../changes/suspend-procedure.js';
import { ProcedureCode } from '../http/path-code.pipe.js';
import { plain } from '../http/plain.js';
import { ProcedureView } from '../views/procedure.view.js';
import { SuspensionRequest } from './suspension.request.js';

@Controller('v1/procedures/:code/suspension')
@ApiTags('procedures')
export class SuspendProcedureController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(201)
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Stops taking new dossiers for a while; send the ETag of the procedure' })
  @ApiCreatedResponse({ type: ProcedureView })
  suspend(
    @Param('code', ProcedureCode) code: string,
    @IfMatch() seen: number,
    @Body() body: SuspensionRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<ProcedureView>> {
    return this.commands.run(SUSPEND_PROCEDURE, { code, suspension: plain(body), actor, seen });
  }
}
