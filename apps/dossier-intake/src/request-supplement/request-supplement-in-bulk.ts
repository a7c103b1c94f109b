import { Injectable } from '@nestjs/common';
import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { REQUEST_SUPPLEMENT } from '../decisions/request-supplement.js';
import { remarksOf } from '../remarks/remarks-of.js';
import type { RequestSupplementRequest } from '../remarks/request-supplement.request.js';

/** Asks the same papers or corrections of each of many dossiers. */
@Injectable()
export class RequestSupplementInBulk implements BulkHandler<RequestSupplementRequest> {
  readonly action = 'requestSupplement';
  readonly scope: Scope = 'dossier.receive';

  constructor(private readonly dossiers: Dossiers) {}

  async execute(
    tx: Tx,
    { target, parameters: { items }, actor }: BulkItem<RequestSupplementRequest>,
  ): Promise<Record<string, unknown>> {
    const command = { ...target, actor, language: 'vi', items: remarksOf(items) } as const;
    const { body, headers } = await this.dossiers.apply(tx, REQUEST_SUPPLEMENT, command);
    const { code, status, supplementRequests } = body;
    return { code, status, deadlineAt: supplementRequests.at(-1)?.deadlineAt, etag: headers['etag'] };
  }
}
