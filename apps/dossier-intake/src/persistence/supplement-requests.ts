import { Injectable } from '@nestjs/common';
import type { OpenSupplement, Remark } from '@motcua/dossier-domain';
import type { OfficerReference, Plain } from '@motcua/contracts';
import { Refusal } from '@motcua/kernel';
import type { Tx, PlatformCode } from '@motcua/platform';

export interface NewRequest {
  readonly dossierId: string;
  readonly number: number;
  readonly beforeAcceptance: boolean;
  readonly requestedAt: Temporal.Instant;
  readonly items: readonly Remark[];
  readonly deadlineAt: Temporal.Instant;
  readonly requestedBy: Plain<OfficerReference>;
}

export interface KeptRequest extends OpenSupplement {
  readonly givenAt: Temporal.Instant | null;
}

const ADD = `
  INSERT INTO supplement_request (dossier_id, number, before_acceptance, requested_at, items, deadline_at, requested_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;
const FIND = `
  SELECT number, items, deadline_at AS "deadlineAt", given_at AS "givenAt" FROM supplement_request
  WHERE dossier_id = $1 AND number = $2`;
const SETTLE = `
  UPDATE supplement_request SET given_at = $3, completed_at = $4, rejected_reason = $5 WHERE dossier_id = $1 AND number = $2`;

// What had lapsed by the old deadline is due by the new one again.
const MOVE = `UPDATE supplement_request SET deadline_at = $3, lapsed_at = NULL WHERE dossier_id = $1 AND number = $2`;

/** Supplement requests of a dossier, those of the one-stop and those of the case. */
@Injectable()
export class SupplementRequests {
  async add(
    tx: Tx,
    { dossierId, number, beforeAcceptance, requestedAt, items, deadlineAt, requestedBy }: NewRequest,
  ): Promise<void> {
    await tx.query(ADD, [
      dossierId,
      number,
      beforeAcceptance,
      requestedAt,
      JSON.stringify(items),
      deadlineAt,
      JSON.stringify(requestedBy),
    ]);
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async find(tx: Pick<Tx, 'query'>, dossierId: string, number: number): Promise<KeptRequest> {
    const [request] = await tx.query<KeptRequest>(FIND, [dossierId, number]);
    if (!request) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return request;
  }

  async moveDeadline(tx: Tx, dossierId: string, number: number, deadlineAt: Temporal.Instant): Promise<void> {
    await tx.query(MOVE, [dossierId, number, deadlineAt]);
  }

  async settle(
    tx: Tx,
    dossierId: string,
    number: number,
    {
      givenAt = null,
      completedAt = null,
      rejectedReason = null,
    }: { givenAt?: Temporal.Instant | null; completedAt?: Temporal.Instant | null; rejectedReason?: string | null },
  ): Promise<void> {
    await tx.query(SETTLE, [dossierId, number, givenAt, completedAt, rejectedReason]);
  }
}
