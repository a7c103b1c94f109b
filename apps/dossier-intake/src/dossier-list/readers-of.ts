import type { Agency } from '@motcua/catalogue-copy';
import type { DossierStatus } from '@motcua/dossier-domain';
import { type Actor, agenciesOf, type Reach, refsOf } from '@motcua/platform';
import type { ListRequest } from './dossier-list.js';

export type Place = Pick<Agency, 'code' | 'ancestors'>;

export interface Asked {
  /** The agency that the list is to be limited to. */
  readonly agency: Place | null;
  readonly status: DossierStatus | undefined;
}

/**
 * Whose list is walked, and which agency is checked on the way. The walk follows the most particular reader, so that a
 * page is not looked for among all of a larger agency's dossiers. `home`: the caller's own agency, where it is known.
 */
export function readersOf(
  actor: Actor,
  reach: Reach,
  home: Place | null,
  { agency, status }: Asked,
): Pick<ListRequest, 'readers' | 'agency'> {
  const subject = `subject:${actor.subject}`;
  if (reach === 'own') return { readers: [subject, ...refsOf(actor)], agency: agency?.code ?? null };
  // Drafts are on nobody's list but their author's.
  if (status === 'draft') return { readers: [subject], agency: null };
  if (reach === 'all') return { readers: agency ? [agency.code] : 'everyone', agency: null };
  const mine = agenciesOf(actor);
  if (!agency) return { readers: [...mine], agency: null };
  if (agency.ancestors.some((code) => mine.includes(code))) return { readers: [agency.code], agency: null };
  if (mine.length === 1 && home?.ancestors.includes(agency.code)) return { readers: [...mine], agency: null };
  return { readers: [...mine], agency: agency.code };
}
