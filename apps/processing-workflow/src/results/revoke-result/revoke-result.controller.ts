import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  OrdinalPipe,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { ResultView, resultView } from '../../views/result.view.js';
import { ChangeCase } from '../../change/change-case.js';
import { listResults, type ResultRow, revokeResult } from '../../persistence/case-results.js';
import { CaseStore } from '../../persistence/case-store.js';
import { RevokeResultRequest } from './revoke-result.request.js';
import type { WorkflowCode } from '../../problems.js';

@Controller('v1/cases/:dossierId/results')
@ApiTags('results')
@Requires('case.sign')
export class RevokeResultController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
  ) {}

  @Post(':n/revocation')
  @HttpCode(201)
  @ApiOperation({ summary: 'An issued result holds no more, and may not be reused (R20); the case stays as it is' })
  @ApiCreatedResponse({ type: ResultView })
  revoke(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('n', OrdinalPipe) n: number,
    @IfMatch() version: number,
    @Body() { reason }: RevokeResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const { stored, officer, now } = await this.change.take(tx, { dossierId, version, actor, scope: 'case.sign' });
      const { result_code, number, sha256 } = issued((await listResults(tx, dossierId)).find((row) => row.n === n));
      await revokeResult(tx, dossierId, n, { at: now, reason, by: officer });
      const result = { resultCode: result_code, documentNumber: number, sha256 };
      const facts = [{ type: 'resultRevoked' as const, result, reason, by: officer }];
      const saved = await this.cases.save(
        tx,
        stored,
        { state: stored.state, facts },
        { at: now, actor: officer.subject, action: 'revokeResult', detail: { n, number, reason } },
      );
      const row = (await listResults(tx, dossierId)).find((one) => one.n === n)!;
      return created(resultView(row), { version: saved.version });
    });
  }
}

/** @throws Refusal RESOURCE.NOT_FOUND, CASE.RESULT_NOT_ISSUED */
function issued(row: ResultRow | undefined): ResultRow & { readonly sha256: string } {
  if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  const { state, signed_sha256: sha256, revoked_at: revokedAt } = row;
  if (state !== 'signed' || sha256 === null || revokedAt !== null)
    throw new Refusal<WorkflowCode>('CASE.RESULT_NOT_ISSUED', { resultState: revokedAt === null ? state : 'revoked' });
  return { ...row, sha256 };
}
