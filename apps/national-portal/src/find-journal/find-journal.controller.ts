import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Answer, ok, type Page, PageOf, Requires } from '@motcua/platform';
import { JournalRowView } from '../journal/journal-row.view.js';
import { FindJournal } from './find-journal.js';
import { JournalEntryView } from './journal-entry.view.js';
import { JournalQuery } from './journal.query.js';

@Controller('v1/journal')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class FindJournalController {
  constructor(private readonly journal: FindJournal) {}

  @Get()
  @ApiOperation({ summary: 'Records due to the portal, with what was sent and answered, newest first' })
  @ApiOkResponse({ type: PageOf(JournalRowView) })
  list(@Query() query: JournalQuery): Promise<Page<JournalRowView>> {
    return this.journal.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One record with every call that was made for it' })
  @ApiOkResponse({ type: JournalEntryView })
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<Answer<JournalEntryView>> {
    const { version, ...view } = await this.journal.entry(id);
    return ok(view, { version });
  }
}
