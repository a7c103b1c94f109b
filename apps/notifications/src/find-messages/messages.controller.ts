import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  Requires,
} from '@motcua/platform';
import { FindMessagesQuery } from './find-messages.query.js';
import { MARK_READ } from './mark-read.js';
import { MessageView, messageView } from './message.view.js';
import { Messages } from './messages.js';

@Controller('v1/messages')
@ApiTags('messages')
export class MessagesController {
  constructor(
    private readonly messages: Messages,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('notification.read')
  @ApiOperation({ summary: "The caller's own messages, newest first (R19)" })
  @ApiOkResponse({ type: PageOf(MessageView) })
  list(@Query() query: FindMessagesQuery, @CurrentActor() actor: Actor): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }

  @Get(':id')
  @Requires('notification.read')
  @ApiOperation({ summary: "One of the caller's own messages" })
  @ApiOkResponse({ type: MessageView })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer<MessageView>> {
    const row = await this.messages.find(actor, id);
    return ok(messageView(row), { version: row.version });
  }

  @Post(':id/read')
  @HttpCode(200)
  @Requires('notification.write')
  @ApiOperation({ summary: 'Marks a message as read' })
  @ApiOkResponse({ type: MessageView })
  markRead(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<MessageView>> {
    return this.commands.run(MARK_READ, { id, version, actor });
  }
}
