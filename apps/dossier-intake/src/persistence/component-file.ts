import type { Channel, ComponentFile, Plain } from '@motcua/contracts';
import type { StoredFile } from './file-row.js';

/** A file as events carry it. What comes to a counter or by post is paper that the office has scanned (R20). */
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
    digitised: channel !== 'online' && reusedFrom === null,
    reusedFrom,
    fromCitizenStore,
  });
