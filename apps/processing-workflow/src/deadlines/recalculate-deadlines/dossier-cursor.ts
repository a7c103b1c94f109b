import { decodeCursor } from '@motcua/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The dossier after which a page begins. @throws Refusal REQUEST.PARAMETER_INVALID */
export function dossierCursor(cursor: string | undefined): string | null {
  const [id] = decodeCursor(cursor, 1) ?? [];
  if (id === undefined) return null;
  // Well formed, but none of ours: refused as what cannot be read is.
  if (typeof id !== 'string' || !UUID.test(id)) decodeCursor('-', 1);
  return String(id);
}
