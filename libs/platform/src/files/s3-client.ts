import { S3Client } from '@aws-sdk/client-s3';
import type { FilesConfig } from './files.config.js';

type S3Settings = Pick<FilesConfig, 's3Endpoint' | 's3Region' | 's3AccessKey' | 's3SecretKey'>;

/** With an endpoint of its own, buckets are part of the path: few S3-compatible stores have a name for each. */
export const createS3Client = ({ s3Endpoint, s3Region, s3AccessKey, s3SecretKey }: S3Settings): S3Client =>
  new S3Client({
    region: s3Region,
    ...(s3Endpoint !== undefined && { endpoint: s3Endpoint, forcePathStyle: true }),
    ...(s3AccessKey !== undefined &&
      s3SecretKey !== undefined && { credentials: { accessKeyId: s3AccessKey, secretAccessKey: s3SecretKey } }),
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  });
