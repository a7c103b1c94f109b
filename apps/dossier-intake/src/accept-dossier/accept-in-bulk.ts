import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import { AcceptDossier } from './accept-dossier.use-case.js';

const shown = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);

/** Accepts each of many dossiers: those that owe nothing first, since a cash receipt is one dossier's. */
@Injectable()
export class AcceptInBulk implements BulkHandler {
  readonly action = 'accept';
  readonly scope: Scope = 'dossier.receive';

  constructor(private readonly acceptDossier: AcceptDossier) {}

  async execute(tx: Tx, { target, actor }: BulkItem): Promise<Record<string, unknown>> {
    const { dossier, difference } = await this.acceptDossier.execute(tx, target.id, target.version, null, actor);
    const { code, status, statutoryDueAt, promisedDueAt, version } = dossier;
    return {
      code,
      status,
      statutoryDueAt: shown(statutoryDueAt),
      promisedDueAt: shown(promisedDueAt),
      versionDifference: difference,
      etag: `"${version}"`,
    };
  }
}
