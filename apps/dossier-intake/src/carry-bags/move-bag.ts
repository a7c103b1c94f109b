import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import { countBag, nextOfBag } from '@motcua/dossier-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
  sql,
} from '@motcua/platform';
import { officerOf } from '../change/officer.js';
import { BAG, type BagChange, type BagRow, BAGS } from '../persistence/bag-row.js';
import { type BagView, bagView } from './bag.view.js';

interface MoveBag {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
  /** Codes of what was counted; null: it is handed over. */
  readonly found: readonly string[] | null;
}

interface MovedFacts {
  readonly bag: BagRow;
  /** The office that sends it, with all above it, and the one that receives it. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Who made a bag hands it over; who receives it counts it. @rule R23 @throws Refusal BAG.NOT_ALLOWED, RESOURCE.NOT_FOUND */
@Injectable()
export class MoveBagKind implements CommandKind<MoveBag, MovedFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: MoveBag): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly MoveBag[]): Promise<(MovedFacts | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const bags = await queries.query<BagRow>(
      sql`SELECT ${BAGS.columns('b')} FROM bag b WHERE b.id = ANY (${ids}::uuid[]) ORDER BY b.id FOR UPDATE ${queries.skipLocked}`,
    );
    const offices = await this.agencies.findMany(
      bags.flatMap(({ fromAgency, toAgency }) => [fromAgency, toAgency]),
      queries,
    );
    const above = (agency: string): readonly string[] =>
      offices.find(({ code }) => code === agency)?.ancestors ?? [agency];
    return ids.map((id) => {
      const bag = bags.find((one) => one.id === id);
      return bag && { bag, from: above(bag.fromAgency), to: above(bag.toAgency) };
    });
  }

  decide({ bag: before, from, to }: MovedFacts, { version, actor, found }: MoveBag, at: Temporal.Instant): BagChange {
    assertReach(actor, 'dossier.return', { agencies: [], offices: found === null ? from : to });
    assertVersion(before.version, version);
    const by = officerOf(actor);
    const moved =
      found === null
        ? { status: nextOfBag(before.status, 'handedOver'), handedOverAt: at, handedOverBy: by }
        : {
            status: nextOfBag(before.status, 'counted'),
            countedAt: at,
            countedBy: by,
            differences: countBag(
              before.items.map(({ code }) => code),
              found,
            ),
          };
    return { before, after: { ...before, ...moved, version: before.version + 1 }, at, actor: actor.subject };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version });
  }
}
