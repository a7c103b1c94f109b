import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import type { FilesConfig } from './files.config.js';

const S3_PLACE = /^s3:\/\/([^/]+)\/?(.*?)\/?$/;

/** The store that the configuration names. Nothing is asked of it yet: a store that is away stops no start. */
export async function openFileStore(config: FilesConfig): Promise<FileStore> {
  const [, bucket, prefix = ''] = S3_PLACE.exec(config.place) ?? [];
  if (bucket === undefined) return new DiskFileStore(config.place);
  // Loaded where it is used: on one machine nobody pays for it.
  const [{ createS3Client }, { S3FileStore }] = await Promise.all([
    import('./s3-client.js'),
    import('./s3-file-store.js'),
  ]);
  const place = { bucket, prefix: prefix === '' ? '' : `${prefix}/`, staging: config.staging };
  return new S3FileStore(createS3Client(config), place);
}
