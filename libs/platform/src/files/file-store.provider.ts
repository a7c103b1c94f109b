import type { Provider } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { FilesConfig } from './files.config.js';
import { openFileStore } from './open-file-store.js';

/** For the `providers` of a service that keeps files; it also lists {@link FilesConfig} in its definition's `configs`. */
export const FILE_STORE: Provider = {
  provide: FileStore,
  useFactory: openFileStore,
  inject: [FilesConfig],
};
