import { Injectable } from '@nestjs/common';
import type { BulkHandler, BulkItem, Scope, Tx } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { type AgencyMove, MOVE_DOSSIER } from './move-dossier.js';

/** Moves each of the dossiers of an agency that has ended, merged or been split. */
@Injectable()
export class MoveInBulk implements BulkHandler<AgencyMove> {
  readonly action = 'move-agency';
  readonly scope: Scope = 'agency.write';

  constructor(private readonly dossiers: Dossiers) {}

  async execute(tx: Tx, { target, parameters, actor }: BulkItem<AgencyMove>): Promise<Record<string, unknown>> {
    const { body, headers } = await this.dossiers.apply(tx, MOVE_DOSSIER, {
      ...target,
      ...parameters,
      actor,
      language: 'vi',
    });
    const { code, status, receivingAgency, competentAgency } = body;
    return { code, status, receivingAgency, competentAgency, etag: headers['etag'] };
  }
}
