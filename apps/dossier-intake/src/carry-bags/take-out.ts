import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import type { DossierRefusalCode } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
} from '@motcua/platform';
import { BAG, type BagChange } from '../persistence/bag-row.js';
import { type BagFacts, bagFacts } from './bag-facts.js';
import { type BagView, bagView } from './bag.view.js';
import { oneBagAtATime } from './one-bag-at-a-time.js';

interface TakeOut {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
  readonly dossiers: readonly string[];
  readonly reason: string;
}

/**
 * Before a bag leaves, a dossier is taken out of it: its papers are at the office again. With the last one the bag is taken apart.
 * @throws Refusal BAG.NOT_ALLOWED, DOSSIER.INPUT_INVALID, RESOURCE.NOT_FOUND
 */
@Injectable()
export class TakeOutKind implements CommandKind<TakeOut, BagFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: TakeOut): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly TakeOut[]): Promise<(BagFacts | undefined)[]> {
    await oneBagAtATime(queries);
    return bagFacts(
      queries,
      this.agencies,
      commands.map(({ id }) => id),
    );
  }

  decide(
    { bag: before, from }: BagFacts,
    { version, actor, dossiers, reason }: TakeOut,
    at: Temporal.Instant,
  ): BagChange {
    assertReach(actor, 'dossier.return', { agencies: [], offices: from });
    assertVersion(before.version, version);
    if (before.status !== 'made')
      throw new Refusal<DossierRefusalCode>('BAG.NOT_ALLOWED', { bagStatus: before.status, action: 'takeOut' });
    assertAllThere(before.items, dossiers);
    const items = before.items.filter(({ dossierId }) => !dossiers.includes(dossierId));
    const status = items.length === 0 ? 'takenApart' : 'made';
    const takenOut = before.items.filter(({ dossierId }) => dossiers.includes(dossierId));
    return {
      before,
      after: { ...before, items, status, version: before.version + 1 },
      at,
      actor: actor.subject,
      action: 'takenOut',
      detail: { takenOut: takenOut.map(({ code }) => code), reason },
      places: takenOut.map(({ dossierId }) => ({
        dossierId,
        state: 'here',
        agency: before.fromAgency,
        bag: before.id,
        since: at,
      })),
    };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version });
  }
}

function assertAllThere(items: readonly { readonly dossierId: string }[], dossiers: readonly string[]): void {
  const faults = dossiers.flatMap((id, index) =>
    items.some(({ dossierId }) => dossierId === id)
      ? []
      : [
          {
            pointer: `/dossiers/${index}`,
            code: 'BAG.NOT_IN_IT',
            detail: { vi: 'Hồ sơ không có trong túi này.', en: 'The dossier is not in this bag.' },
          },
        ],
  );
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
}
