import { Controller, Delete, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, OrdinalPipe, Requires } from '@motcua/platform';
import { CaseCommands } from '../../change/case-commands.js';
import { REMOVE_RESULT } from './remove-result.js';

@Controller('v1/cases/:dossierId/results')
@ApiTags('results')
@Requires('case.work')
export class RemoveResultController {
  constructor(private readonly commands: CaseCommands) {}

  @Delete(':n')
  @ApiOperation({ summary: 'Removes a result that is not signed' })
  @ApiNoContentResponse({ description: "The case's new ETag is in the header" })
  remove(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(REMOVE_RESULT, { dossierId, n, version, actor, scope: 'case.work' });
  }
}
