import type { Provider } from '@nestjs/common';
import { DiskFileStore } from './disk-file-store.js';
import { FileStore } from './file-store.js';
import { FilesConfig } from './files.config.js';

/** For the `providers` of a service that keeps files; it also lists {@link FilesConfig} in its definition's `configs`. */
export const FILE_STORE: Provider = {
  provide: FileStore,
  useFactory: ({ folder }: FilesConfig): FileStore => new DiskFileStore(folder),
  inject: [FilesConfig],
};
