import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, Requires } from '@motcua/platform';
import { JournalRowView } from '../journal/journal-row.view.js';
import { ACKNOWLEDGE_RECORD } from './acknowledge-record.js';
import { AcknowledgeRecordRequest } from './acknowledge-record.request.js';

@Controller('v1/journal')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class AcknowledgeRecordController {
  constructor(private readonly commands: Commands) {}

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Leaves a record at its refusal: it is not tried again by itself, and no longer counted as refused',
  })
  @ApiOkResponse({ type: JournalRowView })
  acknowledge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: AcknowledgeRecordRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<JournalRowView>> {
    return this.commands.run(ACKNOWLEDGE_RECORD, { id, reason, actor });
  }
}
