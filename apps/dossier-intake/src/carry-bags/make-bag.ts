import { Agencies, type Agency } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import type { BagContents, DossierRefusalCode } from '@motcua/dossier-domain';
import { currentIdentifier, type Fault, isUuid, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  type CommandKind,
  created,
  type LockingQueries,
  permittedReach,
  type PlatformCode,
  sql,
} from '@motcua/platform';
import { officerOf } from '../change/officer.js';
import { BAG, type BagChange, type BagRow } from '../persistence/bag-row.js';
import { type FoundDossier, lockDossiers } from '../persistence/found-dossier.js';
import { findPlaces, type FoundPlace } from '../persistence/paper-place-row.js';
import { type BagView, bagView } from './bag.view.js';
import { oneBagAtATime } from './one-bag-at-a-time.js';
import { whyNotInBag } from './why-not-in-bag.js';

interface MakeBag {
  readonly id: string;
  readonly contents: BagContents;
  readonly to: string;
  readonly dossiers: readonly string[];
  readonly seal: string | null;
  readonly actor: Actor;
}

interface BagFacts {
  /** The office that is to receive it; null where there is no such office. */
  readonly to: Pick<Agency, 'code' | 'kind'> | null;
  readonly dossiers: readonly FoundDossier[];
  readonly places: readonly FoundPlace[];
  /** Number of the last bag of the office that makes it. */
  readonly last: number;
}

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** An office puts papers or results into a bag for another office, and its manifest says which. @rule R23 */
@Injectable()
export class MakeBagKind implements CommandKind<MakeBag, BagFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: MakeBag): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly MakeBag[]): Promise<(BagFacts | undefined)[]> {
    const ids = [...new Set(commands.flatMap(({ dossiers }) => dossiers))].filter(isUuid).sort();
    const senders = commands.flatMap(({ actor: { agency } }) => agency ?? []);
    await oneBagAtATime(queries);
    // Locked: none is returned while it is put into a bag.
    const [locked, known, places, offices, numbers] = await Promise.all([
      lockDossiers(queries, ids),
      queries.query<{ id: string }>(sql`SELECT id FROM dossier WHERE id = ANY (${ids}::uuid[])`),
      findPlaces(queries, ids),
      this.agencies.findMany(
        commands.map(({ to }) => currentIdentifier(to)),
        queries,
      ),
      queries.query<{ agency: string; n: number }>(
        sql`SELECT from_agency AS agency, max(n) AS n FROM bag WHERE from_agency = ANY (${senders}) GROUP BY 1`,
      ),
    ]);
    const held = new Set(locked.map(({ dossier }) => dossier.id));
    const busy = known.filter(({ id }) => !held.has(id));
    return commands.map(({ to, dossiers, actor }, index) => {
      if (busy.some(({ id }) => dossiers.includes(id))) return undefined;
      const earlier = commands.slice(0, index).filter((one) => one.actor.agency === actor.agency).length;
      return {
        to: offices.find(({ code, active }) => active && code === currentIdentifier(to)) ?? null,
        dossiers: locked.filter(({ dossier }) => dossiers.includes(dossier.id)),
        places,
        last: (numbers.find(({ agency }) => agency === actor.agency)?.n ?? 0) + earlier,
      };
    });
  }

  decide(
    { to, dossiers, places, last }: BagFacts,
    { id, actor, seal, contents, ...asked }: MakeBag,
    at: Temporal.Instant,
  ): BagChange {
    permittedReach(actor, 'dossier.return');
    const from = actor.agency;
    if (from === undefined) throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN');
    const faults = [
      ...officeFaults(to, from),
      ...asked.dossiers.flatMap((one, index) =>
        whyNotInBag(
          `/dossiers/${index}`,
          dossiers.find(({ dossier }) => dossier.id === one),
          places.find(({ dossierId }) => dossierId === one),
          { contents, from, to: to?.code ?? null, actor },
        ),
      ),
    ];
    if (to === null || faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
    const after: BagRow = {
      id,
      version: 1,
      n: last + 1,
      contents,
      status: 'made',
      fromAgency: from,
      toAgency: to.code,
      toPostOffice: to.kind === 'postOffice',
      seal,
      items: dossiers.map(({ dossier }) => ({
        dossierId: dossier.id,
        code: dossier.code ?? '',
        procedureName: dossier.procedureName,
      })),
      madeAt: at,
      madeBy: officerOf(actor),
      handedOverAt: null,
      handedOverBy: null,
      takenOverBy: null,
      comingBack: null,
      countedAt: null,
      countedBy: null,
      differences: null,
      settled: [],
    };
    const underWay = after.items.map(({ dossierId }) => ({
      dossierId,
      state: 'underWay' as const,
      agency: from,
      bag: id,
      since: at,
    }));
    return { before: null, after, at, actor: actor.subject, action: 'made', places: underWay };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version, location: `/intake/v1/bags/${after.id}` });
  }
}

const officeFaults = (to: BagFacts['to'], from: string): Fault[] => [
  ...(to === null
    ? [fault('/to', 'DOSSIER.AGENCY_UNKNOWN', 'Không có cơ quan này.', 'This agency does not exist or is inactive.')]
    : []),
  ...(to?.code === from
    ? [
        fault(
          '/to',
          'BAG.SAME_OFFICE',
          'Túi hồ sơ phải gửi đến cơ quan khác.',
          'A bag goes to another office than the one that makes it.',
        ),
      ]
    : []),
];
