import { Injectable } from '@nestjs/common';
import { isUuid, Refusal } from '@motcua/kernel';
import { type Actor, assertReach, type Answer, couldReach, Database, ok, type PlatformCode } from '@motcua/platform';
import { belongingOf, findDossiers } from '../persistence/found-dossier.js';
import { linkedDossiers } from '../persistence/linked-dossiers.js';
import type { LinkedView } from './linked.view.js';
import { linkedView, versionOf } from './to-linked-view.js';

/** Dossiers that are submitted together, as they stand. */
@Injectable()
export class ReadLinked {
  constructor(private readonly database: Database) {}

  /** For who may see one of them. @throws Refusal RESOURCE.NOT_FOUND */
  async one(id: string, actor: Actor): Promise<Answer<LinkedView>> {
    if (!isUuid(id)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const linked = await linkedDossiers(this.database, id);
    const found = await findDossiers(
      this.database,
      linked.map((one) => one.id),
    );
    const [first] = found;
    if (!first) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const seen = found.find((one) => couldReach(actor, 'dossier.read', belongingOf(one))) ?? first;
    assertReach(actor, 'dossier.read', belongingOf(seen));
    const rows = linked.flatMap((one) => found.find(({ dossier }) => dossier.id === one.id)?.dossier ?? []);
    const names = new Map(linked.map(({ competentAgency, agencyName }) => [competentAgency, agencyName ?? '']));
    return ok(linkedView(rows, names), { version: versionOf(rows) });
  }
}
