import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, Requires } from '@motcua/platform';
import { JournalRowView } from '../journal/journal-row.view.js';
import { RETRY_RECORD } from './retry-record.js';

@Controller('v1/journal')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class RetryJournalController {
  constructor(private readonly commands: Commands) {}

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends a record at once that waits, and again one that was refused' })
  @ApiOkResponse({ type: JournalRowView })
  retry(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<JournalRowView>> {
    return this.commands.run(RETRY_RECORD, { id, actor });
  }
}
