import { Injectable } from '@nestjs/common';
import type { ComponentFile, Plain } from '@motcua/contracts';
import type { Tx } from '@motcua/platform';
import { FILES_OF, type StoredComponentFile } from '../dossier-view/dossier-parts.js';

const OF = `SELECT ${FILES_OF('$1')} AS files`;

/** Files given as components of a dossier. */
@Injectable()
export class ComponentFiles {
  async of(tx: Pick<Tx, 'query'>, dossierId: string): Promise<readonly StoredComponentFile[]> {
    const [row] = await tx.query<{ files: readonly StoredComponentFile[] }>(OF, [dossierId]);
    return row?.files ?? [];
  }
}

/** As events carry them. */
export const componentFile = ({
  component,
  sha256,
  size,
  mediaType,
  name,
}: StoredComponentFile): Plain<ComponentFile> => ({ component, sha256, size, mediaType, name });
