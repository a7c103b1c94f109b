import { Agencies } from '@motcua/catalogue-copy';
import { Injectable } from '@nestjs/common';
import { type DossierRefusalCode, ENDED } from '@motcua/dossier-domain';
import { type Fault, isUuid, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  type CommandKind,
  couldReach,
  created,
  type LockingQueries,
  permittedReach,
  type PlatformCode,
  sql,
} from '@motcua/platform';
import { officerOf } from '../change/officer.js';
import { BAG, type BagChange, type BagRow } from '../persistence/bag-row.js';
import { belongingOf, findDossiers, type FoundDossier } from '../persistence/found-dossier.js';
import { type BagView, bagView } from './bag.view.js';

interface MakeBag {
  readonly id: string;
  readonly to: string;
  readonly dossiers: readonly string[];
  readonly seal: string | null;
  readonly actor: Actor;
}

interface BagFacts {
  /** The current identifier of the office that is to receive it; null where there is no such office. */
  readonly to: string | null;
  readonly dossiers: readonly FoundDossier[];
  /** Dossiers that are in another bag that was not counted yet. */
  readonly underWay: readonly string[];
}

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** An office puts results into a bag for another office, and its manifest says which. @rule R23 */
@Injectable()
export class MakeBagKind implements CommandKind<MakeBag, BagFacts, BagChange, BagView> {
  readonly aggregate = BAG;

  constructor(private readonly agencies: Agencies) {}

  about({ id }: MakeBag): string {
    return `bag/${id}`;
  }

  async facts(queries: LockingQueries, commands: readonly MakeBag[]): Promise<BagFacts[]> {
    const ids = [...new Set(commands.flatMap(({ dossiers }) => dossiers))].filter(isUuid).sort();
    // One bag is made at a time: no dossier gets into two.
    await queries.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('bags', 0))`);
    const [found, offices, underWay] = await Promise.all([
      findDossiers(queries, ids),
      this.agencies.findMany(
        commands.map(({ to }) => to),
        queries,
      ),
      queries.query<{ id: string }>(sql`
        SELECT i->>'dossierId' AS id FROM bag, jsonb_array_elements(items) i
        WHERE status <> 'counted' AND i->>'dossierId' = ANY (${ids})`),
    ]);
    return commands.map(({ to, dossiers }) => ({
      to: offices.find(({ code, legacyCode, active }) => active && (code === to || legacyCode === to))?.code ?? null,
      dossiers: found.filter(({ dossier }) => dossiers.includes(dossier.id)),
      underWay: underWay.map(({ id }) => id),
    }));
  }

  decide(
    { to, dossiers, underWay }: BagFacts,
    { id, actor, seal, ...asked }: MakeBag,
    at: Temporal.Instant,
  ): BagChange {
    permittedReach(actor, 'dossier.return');
    if (actor.agency === undefined) throw new Refusal<PlatformCode>('ACCESS.FORBIDDEN');
    const faults = [
      ...(to === null
        ? [
            fault(
              '/to',
              'DOSSIER.AGENCY_UNKNOWN',
              'Không có cơ quan này.',
              'This agency does not exist or is inactive.',
            ),
          ]
        : []),
      ...(to === actor.agency
        ? [
            fault(
              '/to',
              'BAG.SAME_OFFICE',
              'Túi hồ sơ phải gửi đến cơ quan khác.',
              'A bag goes to another office than the one that makes it.',
            ),
          ]
        : []),
      ...asked.dossiers.flatMap((one, index) => whyNot(one, `/dossiers/${index}`, { dossiers, underWay, actor })),
    ];
    if (to === null || faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
    const after: BagRow = {
      id,
      version: 1,
      status: 'made',
      fromAgency: actor.agency,
      toAgency: to,
      seal,
      items: dossiers.map(({ dossier }) => ({ dossierId: dossier.id, code: dossier.code ?? '' })),
      madeAt: at,
      madeBy: officerOf(actor),
      handedOverAt: null,
      handedOverBy: null,
      countedAt: null,
      countedBy: null,
      differences: null,
    };
    return { before: null, after, at, actor: actor.subject };
  }

  answer({ after }: BagChange): Answer<BagView> {
    return created(bagView(after), { version: after.version, location: `/intake/v1/bags/${after.id}` });
  }
}

/** Another office's dossier is as if it were none. */
function whyNot(
  id: string,
  pointer: string,
  { dossiers, underWay, actor }: Pick<BagFacts, 'dossiers' | 'underWay'> & { readonly actor: Actor },
): Fault[] {
  const found = dossiers.find(({ dossier }) => dossier.id === id);
  if (!found || !couldReach(actor, 'dossier.return', belongingOf(found)))
    return [fault(pointer, 'DOSSIER.UNKNOWN', 'Không có hồ sơ này.', 'There is no such dossier at this office.')];
  const { status } = found.dossier;
  if (status !== 'processed' && !ENDED.has(status))
    return [
      fault(
        pointer,
        'DOSSIER.NO_RESULT_YET',
        'Hồ sơ chưa có kết quả để chuyển.',
        'The dossier has no result to send yet.',
      ),
    ];
  return underWay.includes(id)
    ? [
        fault(
          pointer,
          'BAG.DOSSIER_UNDER_WAY',
          'Hồ sơ đang ở trong một túi khác chưa kiểm đếm.',
          'The dossier is in another bag that was not counted yet.',
        ),
      ]
    : [];
}
