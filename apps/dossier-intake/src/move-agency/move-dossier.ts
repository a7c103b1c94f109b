import { ENDED } from '@motcua/dossier-domain';
import { type Fault, Refusal } from '@motcua/kernel';
import { type PlatformCode, sql } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { DossierRow } from '../persistence/dossier-row.js';

export interface AgencyMove {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

interface MoveDossier extends Asked, AgencyMove {}

interface Target {
  /** Whether the agency that is moved to exists and works. */
  readonly isOpen: boolean;
}

const CLOSED: Fault = {
  pointer: '/to',
  code: 'DOSSIER.AGENCY_UNKNOWN',
  detail: { vi: 'Không có cơ quan này.', en: 'This agency does not exist or is inactive.' },
};

/** The places of a dossier that were one agency's. Where it was handed in stays what it was. */
function movedPlaces(dossier: DossierRow, { from, to }: AgencyMove): Partial<DossierRow> {
  const moved = (agency: string): string => (agency === from ? to : agency);
  return {
    receivingAgency: moved(dossier.receivingAgency),
    competentAgency: moved(dossier.competentAgency),
    holderAgency: moved(dossier.holderAgency),
    taskAgencies: dossier.taskAgencies.map(moved),
  };
}

/**
 * What of a dossier was an agency's that has ended, merged or been split is another's from now on: nobody starts anew, and
 * the code, the slip and the dates stay. One that has ended stays where it is.
 * @rule R23
 */
export const MOVE_DOSSIER: DossierDecision<MoveDossier, Target> = {
  scope: null,
  more: async (queries, _, commands) => {
    const rows = await queries.query<{ code: string }>(
      sql`SELECT code FROM agency_copy WHERE active AND code = ANY (${commands.map(({ to }) => to)})`,
    );
    const open = new Set(rows.map(({ code }) => code));
    return commands.map(({ to }) => ({ isOpen: open.has(to) }));
  },
  decide: ({ dossier: before, isOpen }, { from, to, reason, actor }, now) => {
    if (!isOpen) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, [CLOSED]);
    const places = movedPlaces(before, { from, to, reason });
    const belongs = [before.receivingAgency, before.competentAgency, before.holderAgency, ...before.taskAgencies];
    if (ENDED.has(before.status) || !belongs.includes(from)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const by = officerOf(actor);
    return {
      before,
      after: changed(before, places),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'agencyMoved', detail: { from, to, reason }, told: { from, to, reason, by } }],
    };
  },
};
