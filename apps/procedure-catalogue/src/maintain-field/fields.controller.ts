import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  decodeCursor,
  IfMatchWhenReplacing,
  ok,
  type Page,
  pageOf,
  PageQuery,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { PlainCode } from '../http/path-code.pipe.js';
import { FieldPageView } from './field-page.view.js';
import { type FieldRecord, FieldStore } from '../persistence/field-store.js';
import { FieldView } from './field.view.js';
import { MaintainFieldRequest } from './maintain-field.request.js';

@Controller('v1/fields')
@ApiTags('fields')
@Requires('catalogue.read')
export class FieldsController {
  constructor(
    @Inject(FieldStore) private readonly fields: FieldStore,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The fields (lĩnh vực) of procedures' })
  @ApiOkResponse({ type: FieldPageView })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<FieldRecord>> {
    const after = decodeCursor(cursor, 1)?.map(String)[0];
    return pageOf(
      await this.fields.list(after, limit + 1),
      limit,
      ({ code }) => [code],
      (field) => field,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'One field' })
  @ApiOkResponse({ type: FieldView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<FieldRecord>> {
    const field = await this.fields.find(code);
    if (!field) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { field: code });
    return ok(field, { version: field.revision });
  }

  @Put(':code')
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Creates or renames a field; versions announced before keep the name they had' })
  @ApiOkResponse({ type: FieldView })
  @ApiCreatedResponse({ type: FieldView })
  keep(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { name }: MaintainFieldRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<FieldRecord>> {
    return this.commands.run(async (tx) => {
      const field = await this.fields.save(tx, code, name, seen);
      tx.record({ aggregate: `field:${code}`, at: this.clock.now(), actor, action: 'field-kept', detail: { name } });
      const headers = { version: field.revision, location: `/catalogue/v1/fields/${code}` };
      return field.revision === 1 ? created(field, headers) : ok(field, headers);
    });
  }
}
