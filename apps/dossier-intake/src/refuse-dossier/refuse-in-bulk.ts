import { Injectable } from '@nestjs/common';
import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import type { RefuseDossierRequest } from '../remarks/refuse-dossier.request.js';
import { remarksOf } from '../remarks/remarks-of.js';
import { REFUSE_DOSSIER } from './refuse-dossier.js';

/** Refuses each of many dossiers, for one reason. */
@Injectable()
export class RefuseInBulk implements BulkHandler<RefuseDossierRequest> {
  readonly action = 'refuse';
  readonly scope: Scope = 'dossier.receive';

  constructor(private readonly dossiers: Dossiers) {}

  async execute(
    tx: Tx,
    { target, parameters: { reason, faults }, actor }: BulkItem<RefuseDossierRequest>,
  ): Promise<Record<string, unknown>> {
    const command = { ...target, actor, language: 'vi', reason, faults: remarksOf(faults) } as const;
    const { body, headers } = await this.dossiers.apply(tx, REFUSE_DOSSIER, command);
    return { code: body.code, status: body.status, etag: headers['etag'] };
  }
}
