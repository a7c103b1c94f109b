import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import { answersFor, assertWhole, countBag, currentDossierCode, nextOfBag } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
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
import { BAG, type BagChange, type BagRow } from '../persistence/bag-row.js';
import type { PaperPlaceRow } from '../persistence/paper-place-row.js';
import { type BagView, bagView } from './bag.view.js';
import { type BagFacts, bagFacts, endsOf, type PlaceByCode } from './bag-facts.js';
import { oneBagAtATime } from './one-bag-at-a-time.js';

/** What is done with a bag. */
export type BagMove =
  | { readonly kind: 'handOver'; readonly found: readonly string[]; readonly takenOverBy: string | null }
  | { readonly kind: 'count'; readonly found: readonly string[] }
  | { readonly kind: 'recall'; readonly reason: string }
  | { readonly kind: 'sendBack'; readonly reason: string }
  | { readonly kind: 'takeApart'; readonly reason: string };

interface MoveBag {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
  readonly move: BagMove;
}

interface MovedFacts extends BagFacts {
  /** Where the papers are whose codes were counted, in this bag or another. */
  readonly places: readonly PlaceByCode[];
}

type Moved = Pick<BagChange, 'after' | 'action' | 'detail' | 'places'>;

/**
 * Who made a bag hands it over, takes it apart or recalls it; who receives it counts it or sends it back; one that came back
 * is counted by who made it. @rule R23 @throws Refusal BAG.NOT_ALLOWED, BAG.COUNT_DIFFERS, RESOURCE.NOT_FOUND
 */
@Injectable()
export class MoveBagKind implements CommandKind<MoveBag, MovedFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: MoveBag): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly MoveBag[]): Promise<(MovedFacts | undefined)[]> {
    await oneBagAtATime(queries);
    const bags = await bagFacts(
      queries,
      this.agencies,
      commands.map(({ id }) => id),
    );
    const codes = [
      ...bags.flatMap((found) => found?.bag.items.map(({ code }) => code) ?? []),
      ...commands.flatMap(({ move }) =>
        'found' in move ? move.found.flatMap((text) => currentDossierCode(text) ?? []) : [],
      ),
    ];
    const places = await queries.query<PlaceByCode>(sql`
      SELECT p.dossier_id AS "dossierId", p.state, p.agency, p.bag, d.code, b.from_agency AS "sentBy"
      FROM dossier d JOIN paper_place p ON p.dossier_id = d.id JOIN bag b ON b.id = p.bag WHERE d.code = ANY (${[...new Set(codes)]})`);
    return bags.map((found) => found && { ...found, places });
  }

  decide(facts: MovedFacts, { version, actor, move }: MoveBag, at: Temporal.Instant): BagChange {
    const { bag: before } = facts;
    assertReach(actor, 'dossier.return', { agencies: [], offices: whoMoves(facts, move) });
    assertVersion(before.version, version);
    const moved = done(facts, move, { actor, at });
    return { before, at, actor: actor.subject, ...moved, after: { ...moved.after, version: before.version + 1 } };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version });
  }
}

/** The office whose act it is, with all above it. */
function whoMoves({ bag, from, to }: MovedFacts, { kind }: BagMove): readonly string[] {
  const receives = kind === 'sendBack' || (kind === 'count' && bag.status !== 'comingBack');
  return receives ? to : from;
}

function done(
  facts: MovedFacts,
  move: BagMove,
  { actor, at }: { readonly actor: Actor; readonly at: Temporal.Instant },
): Moved {
  const { bag } = facts;
  const by = officerOf(actor);
  switch (move.kind) {
    case 'handOver': {
      const status = nextOfBag(bag.status, 'handedOver');
      assertWhole(
        bag.items.map(({ code }) => code),
        move.found,
      );
      const after = { ...bag, status, handedOverAt: at, handedOverBy: by, takenOverBy: move.takenOverBy };
      return { after, action: 'handedOver', places: stillUnderWay(facts, after, at) };
    }
    case 'recall':
    case 'sendBack': {
      const status = nextOfBag(bag.status, 'comingBack');
      const { reason } = move;
      const after = {
        ...bag,
        status,
        comingBack: { at: withOffset(at), by, reason, sentBack: move.kind === 'sendBack' },
      };
      const action = move.kind === 'recall' ? 'recalled' : 'sentBack';
      return { after, action, detail: { reason }, places: stillUnderWay(facts, after, at) };
    }
    case 'takeApart': {
      const after = { ...bag, status: nextOfBag(bag.status, 'takenApart') };
      const places = itsPlaces(facts).map(({ code: _, sentBy: __, ...place }) => ({
        ...place,
        state: 'here' as const,
        agency: bag.fromAgency,
        since: at,
      }));
      return { after, action: 'takenApart', detail: { reason: move.reason }, places };
    }
    case 'count':
      return counted(facts, move.found, { by, at });
  }
}

/** Whose place this bag tells: one that was found in another bag meanwhile is that bag's to tell. */
const itsPlaces = ({ bag, places }: MovedFacts): PlaceByCode[] => places.filter((place) => place.bag === bag.id);

const stillUnderWay = (facts: MovedFacts, after: BagRow, since: Temporal.Instant): PaperPlaceRow[] =>
  itsPlaces(facts).map(({ code: _, sentBy: __, ...place }) => ({
    ...place,
    agency: answersFor(after.status, endsOf(after)),
    since,
  }));

function counted(
  facts: MovedFacts,
  found: readonly string[],
  { by, at }: { readonly by: BagRow['madeBy']; readonly at: Temporal.Instant },
): Moved {
  const { bag, places } = facts;
  const manifest = bag.items.map(({ code }) => code);
  const status = nextOfBag(bag.status, 'counted');
  const differences = countBag(manifest, found);
  const here = bag.comingBack === null ? bag.toAgency : bag.fromAgency;
  const missing = { state: 'missing', agency: answersFor(bag.status, endsOf(bag)) } as const;
  const own = itsPlaces(facts).map(({ code, sentBy: _, ...place }) => ({
    ...place,
    ...(differences.missing.includes(code) ? missing : { state: 'here' as const, agency: here }),
    since: at,
  }));
  // What the same office sent in another bag, and lies in this one, was found. Of others' dossiers a count gives no part.
  const strays = places
    .filter(({ code, state, sentBy }) => {
      const isOnTheWay = state === 'missing' || state === 'underWay';
      return isOnTheWay && sentBy === bag.fromAgency && differences.unexpected.includes(code);
    })
    .map(({ code: _, sentBy: __, ...place }) => ({
      ...place,
      state: 'here' as const,
      agency: here,
      bag: bag.id,
      since: at,
    }));
  return {
    after: { ...bag, status, countedAt: at, countedBy: by, differences },
    action: 'counted',
    places: [...own, ...strays],
  };
}
