import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { MessageRequest } from './message.request.js';
import { MessageView } from './message.view.js';
import { MessagesView } from './messages.view.js';
import { ReadMessages } from './read-messages.js';
import { SEND_MESSAGE } from './send-message.js';

@Controller('v1/dossiers/:id/messages')
@ApiTags('messages')
export class MessagesController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly messages: ReadMessages,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('dossier.message')
  @ApiOperation({
    summary: 'Sends a message about a submitted dossier, from the applicant to the office or back; no clock stops',
    description: 'A dossier has 200 messages at most, and ten of the applicant that wait for an answer.',
  })
  @ApiCreatedResponse({ type: MessageView })
  send(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: MessageRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer<MessageView>> {
    return this.dossiers.run(SEND_MESSAGE, { id, version: null, actor, language: languageOf(language), text });
  }

  @Get()
  @Requires('dossier.read')
  @ApiOperation({ summary: 'Lists the messages of a dossier, the first one first' })
  @ApiOkResponse({ type: MessagesView })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<MessagesView> {
    await this.dossiers.see(id, actor, 'dossier.read');
    return { items: await this.messages.of(id) };
  }
}
