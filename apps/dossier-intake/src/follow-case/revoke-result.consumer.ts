import { Controller } from '@nestjs/common';
import { CaseResultRevokedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { ApplyCaseFact } from './apply-case-fact.js';

const REVOKE = `
  UPDATE store_item SET revoked_at = $3, revoked_reason = $4
  WHERE dossier_id = $1 AND kind = 'result' AND sha256 = $2 AND revoked_at IS NULL`;

/** R20: a result that holds no more stays in the store, for who asks why, and is reused no more. */
@Controller()
export class RevokeResult {
  constructor(private readonly facts: ApplyCaseFact) {}

  @On(CaseResultRevokedV1)
  async revoke({ data }: EventEnvelope<CaseResultRevokedV1>, { tx }: EventContext): Promise<void> {
    const { dossierId, sha256, revokedAt, reason, number, by } = data;
    const at = Temporal.Instant.from(revokedAt);
    await tx.query(REVOKE, [dossierId, sha256, at, reason]);
    const detail = { number, sha256, reason, by: by.subject };
    await this.facts.apply(tx, { dossierId, at, action: 'resultRevoked', detail, changes: {} });
  }
}
