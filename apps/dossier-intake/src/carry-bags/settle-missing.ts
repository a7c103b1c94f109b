import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import { answersFor, currentDossierCode, type MissingOutcome, whoSettles } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  created,
  type LockingQueries,
} from '@motcua/platform';
import { officerOf } from '../change/officer.js';
import { BAG, type BagChange } from '../persistence/bag-row.js';
import { findDossiers, type FoundDossier } from '../persistence/found-dossier.js';
import { findPlaces, type FoundPlace } from '../persistence/paper-place-row.js';
import { type BagFacts, bagFacts, endsOf } from './bag-facts.js';
import { type BagView, bagView } from './bag.view.js';
import { oneBagAtATime } from './one-bag-at-a-time.js';

interface SettleMissing {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
  readonly code: string;
  readonly outcome: MissingOutcome;
  readonly reason: string;
}

interface MissingFacts extends BagFacts {
  readonly dossiers: readonly FoundDossier[];
  readonly places: readonly FoundPlace[];
}

/** What became of a paper that the count did not find. One that is lost is told to its applicant. @rule R19 @throws Refusal BAG.NOT_MISSING */
@Injectable()
export class SettleMissingKind implements CommandKind<SettleMissing, MissingFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: SettleMissing): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly SettleMissing[]): Promise<(MissingFacts | undefined)[]> {
    await oneBagAtATime(queries);
    const bags = await bagFacts(
      queries,
      this.agencies,
      commands.map(({ id }) => id),
    );
    const ids = bags.flatMap((found) => found?.bag.items.map(({ dossierId }) => dossierId) ?? []);
    const [dossiers, places] = await Promise.all([findDossiers(queries, ids), findPlaces(queries, ids)]);
    return bags.map((found) => found && { ...found, dossiers, places });
  }

  decide(
    facts: MissingFacts,
    { version, actor, code, outcome, reason }: SettleMissing,
    at: Temporal.Instant,
  ): BagChange {
    const { bag: before, from, to, dossiers, places } = facts;
    // Whoever it concerns may look; which of the two says what is the next question.
    assertReach(actor, 'dossier.return', { agencies: [], offices: [...from, ...to] });
    const ends = endsOf(before);
    const answers = answersFor(before.comingBack === null ? 'handedOver' : 'comingBack', ends);
    const [sent, received] = before.comingBack === null ? [ends.from, ends.to] : [ends.to, ends.from];
    const known = { from: sent, to: received, answers };
    const missing = before.differences?.missing ?? [];
    const settled = before.settled.map((one) => one.code);
    const told = currentDossierCode(code) ?? code;
    const office = whoSettles({ ...known, missing, settled }, told, outcome);
    assertReach(actor, 'dossier.return', { agencies: [], offices: office === before.fromAgency ? from : to });
    assertVersion(before.version, version);
    const item = before.items.find((one) => one.code === told);
    const found = dossiers.find(({ dossier }) => dossier.id === item?.dossierId);
    const place = places.find(({ dossierId, bag }) => dossierId === item?.dossierId && bag === before.id);
    const by = officerOf(actor);
    return {
      before,
      after: {
        ...before,
        settled: [...before.settled, { code: told, outcome, reason, at: withOffset(at), by }],
        version: before.version + 1,
      },
      at,
      actor: actor.subject,
      action: 'missingSettled',
      detail: { code: told, outcome, reason },
      // Found in another bag meanwhile: that stands.
      places: place
        ? [
            {
              dossierId: place.dossierId,
              state: outcome === 'lost' ? 'lost' : 'here',
              agency: office,
              bag: before.id,
              since: at,
            },
          ]
        : [],
      lost:
        outcome === 'lost' && found
          ? [
              {
                dossierId: found.dossier.id,
                code: told,
                applicantRef: found.dossier.applicantRef,
                contents: before.contents,
                agency: office,
                reason,
                declaredBy: by,
              },
            ]
          : [],
    };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version });
  }
}
