import { Inject, Injectable } from '@nestjs/common';
import { refuseUnlessAllowed } from '@motcua/dossier-domain';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import type { Actor, Tx, PlatformCode } from '@motcua/platform';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';

const REMOVE = `
  WITH removed AS (DELETE FROM dossier_file WHERE id = $1 AND dossier_id = $2 RETURNING component, sha256)
  UPDATE dossier SET version = version + 1 FROM removed WHERE id = $2 RETURNING version, removed.component, removed.sha256`;

/** Takes a file out of a draft. Its content stays in the store, which other dossiers may share. */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the dossier's new version. */
  async execute(tx: Tx, id: string, fileId: string, version: number, actor: Actor): Promise<number> {
    const { dossier, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.submit', version });
    refuseUnlessAllowed('edit', lifeOf(dossier));
    const [removed] = await tx.query<{ version: number; component: string; sha256: string }>(REMOVE, [fileId, id]);
    if (!removed) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { component, sha256 } = removed;
    tx.record(
      {
        aggregate: id,
        at: this.clock.now(),
        actor: actor.subject,
        action: 'fileRemoved',
        detail: { component, sha256 },
      },
      head,
    );
    return removed.version;
  }
}
