import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SynonymRecord } from '@motcua/catalogue-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  decodeCursor,
  IfMatchWhenReplacing,
  ok,
  type Page,
  pageOf,
  PageOf,
  PageQuery,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { MAINTAIN_SYNONYM } from '../changes/maintain-synonym.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { findSynonyms, listSynonyms } from '../persistence/synonyms.js';
import { SynonymView } from './synonym.view.js';
import { MaintainSynonymRequest } from './maintain-synonym.request.js';

@Controller('v1/synonyms')
@ApiTags('synonyms')
@Requires('catalogue.read')
export class SynonymsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists what people say for words of the law, which searches understand' })
  @ApiOkResponse({ type: PageOf(SynonymView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<SynonymRecord>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const rows = await listSynonyms(this.database, String(after), limit + 1);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (row) => row,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns one synonym' })
  @ApiOkResponse({ type: SynonymView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<SynonymRecord>> {
    const [found] = await findSynonyms(this.database, [code]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { synonym: code });
    return ok(found, { version: found.revision });
  }

  @Put(':code')
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Creates or replaces a synonym; searches understand it at once' })
  @ApiOkResponse({ type: SynonymView })
  @ApiCreatedResponse({ type: SynonymView })
  maintain(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { said, meant }: MaintainSynonymRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<SynonymRecord>> {
    return this.commands.run(MAINTAIN_SYNONYM, { code, said, meant, actor, seen });
  }
}
