import type { ComponentFile, Plain } from '@motcua/contracts';
import type { StoredComponentFile } from './dossier-parts.js';

/** A file as events carry it. */
export const componentFile = ({
  component,
  sha256,
  size,
  mediaType,
  name,
}: StoredComponentFile): Plain<ComponentFile> => ({
  component,
  sha256,
  size,
  mediaType,
  name,
});
