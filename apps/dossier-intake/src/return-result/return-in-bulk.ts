import type { DeliveryMethod } from '@motcua/dossier-domain';
import { Injectable } from '@nestjs/common';
import { type BulkHandler, type BulkItem, openText, type Scope, SealingConfig, type Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import type { RecipientRequest } from './recipient.request.js';
import { RETURN_RESULT } from './return-result.js';

export interface ReturnOfMany {
  readonly method: DeliveryMethod;
  /** By dossier. */
  readonly trackingNumbers: Readonly<Record<string, string>>;
  /** Sealed: what is asked of many lies in the database. */
  readonly receivedBy: string | null;
}

/** Returns each of many results. */
@Injectable()
export class ReturnInBulk implements BulkHandler<ReturnOfMany> {
  readonly action = 'return';
  readonly scope: Scope = 'dossier.return';

  constructor(
    private readonly dossiers: Dossiers,
    private readonly sealing: SealingConfig,
  ) {}

  async execute(tx: Tx, { target, parameters, actor }: BulkItem<ReturnOfMany>): Promise<Record<string, unknown>> {
    const { method, trackingNumbers, receivedBy } = parameters;
    const { body, headers } = await this.dossiers.apply(tx, RETURN_RESULT, {
      ...target,
      actor,
      language: 'vi',
      method,
      trackingNumber: trackingNumbers[target.id] ?? null,
      receivedBy:
        receivedBy === null ? null : (JSON.parse(openText(this.sealing.sealingKey, receivedBy)) as RecipientRequest),
      originals: [],
    });
    return { code: body.code, status: body.status, etag: headers['etag'] };
  }
}
