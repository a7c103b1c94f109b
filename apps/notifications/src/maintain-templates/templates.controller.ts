import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  decodeCursor,
  IfMatch,
  ok,
  type Page,
  PageOf,
  pageOf,
  PageQuery,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { type KindCode } from '../message-kinds/kinds.js';
import { KindPipe } from './kind.pipe.js';
import { REPLACE_TEMPLATE } from './replace-template.js';
import { TemplateRequest } from './template.request.js';
import { TemplateView, templateView } from './template.view.js';
import { Templates } from '../templates/templates.js';

@Controller('v1/templates')
@ApiTags('templates')
@Requires('template.write')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly commands: Commands,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The texts of every kind of message' })
  @ApiOkResponse({ type: PageOf(TemplateView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<TemplateView>> {
    const after = decodeCursor(cursor, 1)?.map(String)[0] ?? null;
    return pageOf(await this.templates.list(after, limit + 1), limit, ({ code }) => [code], templateView);
  }

  @Get(':code')
  @ApiOperation({ summary: 'The texts of one kind of message, in every channel and language' })
  @ApiOkResponse({ type: TemplateView })
  async get(@Param('code', KindPipe) code: KindCode): Promise<Answer<TemplateView>> {
    const template = await this.templates.find(code);
    if (!template) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return ok(templateView(template), { version: template.version });
  }

  @Put(':code')
  @ApiOperation({
    summary:
      'Replaces the texts; each fault is reported with its pointer. Mail that has not been composed yet uses the new texts',
  })
  @ApiOkResponse({ type: TemplateView })
  replace(
    @Param('code', KindPipe) code: KindCode,
    @IfMatch() version: number,
    @Body() { email, inApp }: TemplateRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<TemplateView>> {
    return this.commands.run(REPLACE_TEMPLATE, { code, version, content: { email, inApp }, actor });
  }
}
