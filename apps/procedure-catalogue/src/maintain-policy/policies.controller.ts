import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
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
import { plain } from '../http/plain.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { MaintainPolicyRequest } from './maintain-policy.request.js';
import { MaintainPolicy } from './maintain-policy.use-case.js';
import { PolicyPageView } from './policy-page.view.js';
import type { PolicyRecord } from '@motcua/catalogue-domain';
import { PolicyStore } from '../persistence/policy-store.js';
import { PolicyView } from './policy.view.js';

@Controller('v1/policies')
@ApiTags('policies')
@Requires('catalogue.read')
export class PoliciesController {
  constructor(
    @Inject(PolicyStore) private readonly policies: PolicyStore,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(MaintainPolicy) private readonly maintainPolicy: MaintainPolicy,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The reductions of fees and terms (R17)' })
  @ApiOkResponse({ type: PolicyPageView })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<PolicyRecord>> {
    const after = decodeCursor(cursor, 1)?.map(String)[0];
    return pageOf(
      await this.policies.list(after, limit + 1),
      limit,
      ({ code }) => [code],
      (policy) => policy,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'One policy' })
  @ApiOkResponse({ type: PolicyView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<PolicyRecord>> {
    const policy = await this.policies.find(code);
    if (!policy) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { policy: code });
    return ok(policy, { version: policy.revision });
  }

  @Put(':code')
  @Requires('policy.write')
  @ApiOperation({ summary: 'Creates or replaces a reduction; dossiers keep what bound them before' })
  @ApiOkResponse({ type: PolicyView })
  @ApiCreatedResponse({ type: PolicyView })
  keep(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { scope, ...body }: MaintainPolicyRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<PolicyRecord>> {
    return this.commands.run(async (tx) => {
      const policy = await this.maintainPolicy.execute(tx, { ...body, scope: plain(scope), code, actor, seen });
      const headers = { version: policy.revision, location: `/catalogue/v1/policies/${code}` };
      return policy.revision === 1 ? created(policy, headers) : ok(policy, headers);
    });
  }
}
