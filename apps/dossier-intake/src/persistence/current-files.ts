import { standingOfFiles } from '@motcua/dossier-domain';
import type { DossierParts } from './dossier-parts.js';
import type { StoredFile } from './file-row.js';

/** The papers that count now: what a supplement has brought anew takes the place of what was there. @rule R20 */
export function currentFiles({ files, supplements }: Pick<DossierParts, 'files' | 'supplements'>): StoredFile[] {
  const standing = standingOfFiles(files, supplements);
  return files.filter(({ id }) => standing.get(id) === 'current');
}
