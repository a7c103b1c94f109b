import { variantOf } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import { type AnnouncedVersion, decided } from './procedures.js';

/** Codes of the components that a version asks for (R14). */
export const askedComponents = (version: AnnouncedVersion, { variant }: Pick<DossierRow, 'variant'>): string[] =>
  variantOf(decided(version), variant)?.components.map(({ code }) => code) ?? [];
