import type { ComponentFile, Plain } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import type { StoredFile } from '../persistence/file-row.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

/** A file that the portal's service has put into the store, as a row. */
export const deliveredFile = (
  dossierId: string,
  supplement: number | null,
  at: Temporal.Instant,
  { id, component, sha256, size, mediaType, name, fromCitizenStore = false }: Plain<ComponentFile>,
): StoredFile => ({
  id: id ?? newId(),
  dossierId,
  component,
  sha256,
  size,
  mediaType,
  name,
  uploadedAt: at,
  uploadedBy: NATIONAL_PORTAL.subject,
  supplement,
  fromStore: null,
  fromCitizenStore,
  reusedFrom: null,
  source: null,
});
