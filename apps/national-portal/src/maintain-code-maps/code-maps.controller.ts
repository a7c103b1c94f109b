import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatchWhenReplacing,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { CodeMapView } from '../code-maps/code-map.view.js';
import { codeMapView, MAP_CODE } from '../code-maps/map-code.js';
import { CODE_KINDS, type CodeKind } from '../record/code-maps.js';
import { CodeMapListQuery } from './code-map-list.query.js';
import { CodeMapPageView } from './code-map-page.view.js';
import { CodeMapRequest } from './code-map.request.js';
import { FindCodeMaps } from './find-code-maps.js';

function kindOf(kind: string): CodeKind {
  const found = CODE_KINDS.find((known) => known === kind);
  if (found === undefined) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return found;
}

@Controller('v1/code-maps')
@ApiTags('code maps')
@Requires('portal.operate')
export class CodeMapsController {
  constructor(
    private readonly maps: FindCodeMaps,
    private readonly commands: Commands,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Which code of the portal each of ours is, and what has none. Without an entry they are the same',
  })
  @ApiOkResponse({ type: CodeMapPageView })
  list(@Query() query: CodeMapListQuery): Promise<CodeMapPageView> {
    return this.maps.list(query);
  }

  @Get(':kind/:code')
  @ApiOperation({ summary: 'One entry' })
  @ApiOkResponse({ type: CodeMapView })
  async show(@Param('kind') kind: string, @Param('code') code: string): Promise<Answer<CodeMapView>> {
    const found = await this.maps.find(kindOf(kind), code);
    return ok(codeMapView(found), { version: found.version });
  }

  @Put(':kind/:code')
  @ApiOperation({ summary: 'Maps a code of ours to one of the portal; dossiers that waited for it go' })
  @ApiOkResponse({ type: CodeMapView })
  @ApiCreatedResponse({ type: CodeMapView })
  map(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @IfMatchWhenReplacing() version: number | undefined,
    @Body() { portalCode, note }: CodeMapRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<CodeMapView>> {
    return this.commands.run(MAP_CODE, {
      kind: kindOf(kind),
      code,
      portalCode,
      note: note ?? null,
      source: 'officer',
      version,
      actor,
    });
  }
}
