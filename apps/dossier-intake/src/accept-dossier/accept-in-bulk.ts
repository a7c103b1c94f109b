import { Injectable } from '@nestjs/common';
import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { ACCEPT_DOSSIER } from './accept-dossier.js';

/** Accepts each of many dossiers: those that owe nothing first, since a cash receipt is one dossier's. */
@Injectable()
export class AcceptInBulk implements BulkHandler {
  readonly action = 'accept';
  readonly scope: Scope = 'dossier.receive';

  constructor(private readonly dossiers: Dossiers) {}

  async execute(tx: Tx, { target, actor }: BulkItem): Promise<Record<string, unknown>> {
    const command = { ...target, actor, language: 'vi', cashReceiptNumber: null } as const;
    const { body, headers } = await this.dossiers.apply(tx, ACCEPT_DOSSIER, command);
    const { code, status, statutoryDueAt, promisedDueAt, versionDifference } = body;
    return { code, status, statutoryDueAt, promisedDueAt, versionDifference, etag: headers['etag'] };
  }
}
