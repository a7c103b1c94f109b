import { S3ServiceException } from '@aws-sdk/client-s3';
import { FileStoreAway } from './file-store-away.js';

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** Whether the bucket says that it has no such object. A bucket that is not there is another matter. */
export const isMissing = (error: unknown): boolean =>
  statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket';

/** What cannot be answered now is told apart from what was set up wrongly: keys, rights, a bucket that does not exist. */
export function s3Fault(error: unknown): unknown {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429 ? new FileStoreAway(error) : error;
}
