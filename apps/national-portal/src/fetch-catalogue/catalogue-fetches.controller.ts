import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, Requires } from '@motcua/platform';
import { CatalogueFetches } from '../catalogue-fetches/catalogue-fetches.js';
import { CatalogueFetchView } from '../catalogue-fetches/catalogue-fetch.view.js';
import { CatalogueFetcher } from './catalogue-fetcher.js';
import { CatalogueFetchRequest } from './catalogue-fetch.request.js';
import { REQUEST_CATALOGUE_FETCH } from './request-catalogue-fetch.js';

@Controller('v1/catalogue-fetches')
@ApiTags('following the portal')
@Requires('portal.operate')
export class CatalogueFetchesController {
  constructor(
    private readonly commands: Commands,
    private readonly fetches: CatalogueFetches,
    private readonly fetcher: CatalogueFetcher,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Asks for a look at the procedures, agencies and fields that the portal publishes; while one is under way, answers that one (200)',
  })
  @ApiCreatedResponse({ type: CatalogueFetchView })
  @ApiOkResponse({ type: CatalogueFetchView })
  async request(
    @Body() { acceptShrunk }: CatalogueFetchRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<CatalogueFetchView>> {
    const answer = await this.commands.run(REQUEST_CATALOGUE_FETCH, { id: newId(), day: null, acceptShrunk, actor });
    this.fetcher.wake();
    return { ...answer, body: await this.fetches.view(answer.body.id) };
  }

  @Get()
  @ApiOperation({ summary: 'The newest looks at what the portal publishes' })
  @ApiOkResponse({ type: CatalogueFetchView, isArray: true })
  list(): Promise<CatalogueFetchView[]> {
    return this.fetches.newest();
  }

  @Get(':id')
  @ApiOperation({ summary: 'One look: its progress, its counts and its faults' })
  @ApiOkResponse({ type: CatalogueFetchView })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<CatalogueFetchView> {
    return this.fetches.view(id);
  }
}
