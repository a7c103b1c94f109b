import { variantOf } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import { type AnnouncedVersion, decided } from './procedures.js';

/** The components that a version asks for (R14). */
export const componentsOf = (version: AnnouncedVersion, { variant }: Pick<DossierRow, 'variant'>) =>
  (variantOf(decided(version), variant)?.components ?? []).map(({ code, name }) => ({ code, name }));

/** Codes of the components that a version asks for (R14). */
export const askedComponents = (version: AnnouncedVersion, { variant }: Pick<DossierRow, 'variant'>): string[] =>
  componentsOf(version, { variant }).map(({ code }) => code);
