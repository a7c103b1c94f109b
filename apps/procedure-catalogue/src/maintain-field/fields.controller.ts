import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FieldRecord } from '@motcua/catalogue-domain';
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
import { MAINTAIN_FIELD } from '../changes/maintain-field.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { findFields, listFields } from '../persistence/fields.js';
import { FieldView } from './field.view.js';
import { MaintainFieldRequest } from './maintain-field.request.js';

@Controller('v1/fields')
@ApiTags('fields')
@Requires('catalogue.read')
export class FieldsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the fields (lĩnh vực) of procedures' })
  @ApiOkResponse({ type: PageOf(FieldView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<FieldRecord>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const rows = await listFields(this.database, String(after), limit + 1);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (row) => row,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns one field' })
  @ApiOkResponse({ type: FieldView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<FieldRecord>> {
    const [found] = await findFields(this.database, [code]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { field: code });
    return ok(found, { version: found.revision });
  }

  @Put(':code')
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Creates or renames a field; versions announced before keep the name they had' })
  @ApiOkResponse({ type: FieldView })
  @ApiCreatedResponse({ type: FieldView })
  maintain(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { name }: MaintainFieldRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<FieldRecord>> {
    return this.commands.run(MAINTAIN_FIELD, { code, name, actor, seen });
  }
}
