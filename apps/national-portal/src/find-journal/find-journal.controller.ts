import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Answer, ok, type Page, Requires } from '@motcua/platform';
import type { JournalRowView } from '../journal/journal-row.view.js';
import { FindJournal } from './find-journal.js';
import { JournalEntryView } from './journal-entry.view.js';
import { JournalPageView } from './journal-page.view.js';
import { JournalQuery } from './journal.query.js';

@Controller('v1/journal')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class FindJournalController {
  constructor(@Inject(FindJournal) private readonly journal: FindJournal) {}

  @Get()
  @ApiOperation({ summary: 'Records due to the portal, with what was sent and answered, newest first' })
  @ApiOkResponse({ type: JournalPageView })
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
