import type { Channel, ComponentFile, Plain } from '@motcua/contracts';
import { isDigitised } from '@motcua/dossier-domain';
import type { StoredFile } from './file-row.js';

/** A file as events carry it. */
export const componentFileOf =
  (channel: Channel) =>
  ({
    id,
    component,
    sha256,
    size,
    mediaType,
    name,
    reusedFrom,
    fromCitizenStore,
  }: StoredFile): Plain<ComponentFile> => ({
    id,
    component,
    sha256,
    size,
    mediaType,
    name,
    digitised: isDigitised(channel, { reusedFrom }),
    reusedFrom,
    fromCitizenStore,
  });
