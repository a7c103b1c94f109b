import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GroupRecord } from '@motcua/catalogue-domain';
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
import { MAINTAIN_GROUP } from '../changes/maintain-group.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { plain } from '../http/plain.js';
import { findGroups, listGroups } from '../persistence/groups.js';
import { GroupView } from './group.view.js';
import { MaintainGroupRequest } from './maintain-group.request.js';

@Controller('v1/procedure-groups')
@ApiTags('procedure groups')
@Requires('catalogue.read')
export class GroupsController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Lists procedures that are applied for together (liên thông), in order, and what passes on between them',
  })
  @ApiOkResponse({ type: PageOf(GroupView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<GroupRecord>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const rows = await listGroups(this.database, String(after), limit + 1);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (row) => row,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns one group' })
  @ApiOkResponse({ type: GroupView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<GroupRecord>> {
    const [found] = await findGroups(this.database, [code]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { group: code });
    return ok(found, { version: found.revision });
  }

  @Put(':code')
  @Requires('procedure.write')
  @ApiOperation({ summary: 'Creates or replaces a group; dossiers that were submitted together stay as they are' })
  @ApiOkResponse({ type: GroupView })
  @ApiCreatedResponse({ type: GroupView })
  maintain(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { steps, ...body }: MaintainGroupRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<GroupRecord>> {
    return this.commands.run(MAINTAIN_GROUP, {
      ...body,
      steps: steps.map(({ procedure, takes }) => ({ procedure, takes: takes.map(plain) })),
      code,
      actor,
      seen,
    });
  }
}
