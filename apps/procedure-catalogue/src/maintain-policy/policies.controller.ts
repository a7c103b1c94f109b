import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PolicyRecord } from '@motcua/catalogue-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  couldReach,
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
import { MAINTAIN_POLICY } from '../changes/maintain-policy.js';
import { PlainCode } from '../http/path-code.pipe.js';
import { plain } from '../http/plain.js';
import { findPolicies, listPolicies } from '../persistence/policies.js';
import { LATEST, listPolicyRevisions } from '../persistence/revisions.js';
import { type PolicyRevisionBody, PolicyRevisionView, policyRevisionView } from './policy-revision.view.js';
import { PolicyView } from './policy.view.js';
import { MaintainPolicyRequest } from './maintain-policy.request.js';

@Controller('v1/policies')
@ApiTags('policies')
@Requires('catalogue.read')
export class PoliciesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the reductions of fees and terms (R17)' })
  @ApiOkResponse({ type: PageOf(PolicyView) })
  async list(@Query() { cursor, limit }: PageQuery): Promise<Page<PolicyRecord>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const rows = await listPolicies(this.database, String(after), limit + 1);
    return pageOf(
      rows,
      limit,
      ({ code }) => [code],
      (row) => row,
    );
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns one policy' })
  @ApiOkResponse({ type: PolicyView })
  async get(@Param('code', PlainCode) code: string): Promise<Answer<PolicyRecord>> {
    const [found] = await findPolicies(this.database, [code]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { policy: code });
    return ok(found, { version: found.revision });
  }

  @Get(':code/revisions')
  @ApiOperation({ summary: 'Lists all that a policy has said, the latest first, with why the past was corrected' })
  @ApiOkResponse({ type: PageOf(PolicyRevisionView) })
  async revisions(
    @Param('code', PlainCode) code: string,
    @Query() { cursor, limit }: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PolicyRevisionBody>> {
    const [before = LATEST] = decodeCursor(cursor, 1) ?? [];
    const rows = await listPolicyRevisions(this.database, code, { revision: Number(before), limit: limit + 1 });
    const keeps = couldReach(actor, 'policy.write', { agencies: [] });
    return pageOf(
      rows,
      limit,
      ({ revision }) => [revision],
      (row) => policyRevisionView(row, keeps),
    );
  }

  @Put(':code')
  @Requires('policy.write')
  @ApiOperation({
    summary:
      'Creates or replaces a reduction; dossiers keep what bound them, and days that are over are said otherwise only with a reason',
  })
  @ApiOkResponse({ type: PolicyView })
  @ApiCreatedResponse({ type: PolicyView })
  maintain(
    @Param('code', PlainCode) code: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { scope, beneficiary, ...body }: MaintainPolicyRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<PolicyRecord>> {
    return this.commands.run(MAINTAIN_POLICY, {
      ...body,
      scope: plain(scope),
      beneficiary: beneficiary && plain(beneficiary),
      code,
      actor,
      seen,
    });
  }
}
