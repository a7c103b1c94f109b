import { IsInt, IsOptional, IsString, IsUrl, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Env } from '../config/env.decorator.js';
import { PairedWith } from '../config/paired-with.rule.js';

const MEBIBYTE = 1024 * 1024;

/** Where files are kept and how large one may be. Listed in `configs` by every service that keeps files. */
export class FilesConfig {
  @Env(
    'MOTCUA_FILES',
    'the content-addressed file store, the same for every service: a folder, or s3://bucket/prefix of an S3-compatible store',
  )
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  @Matches(/^(?!s3:)|^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/, {
    message: '$property must be a folder, or s3://bucket or s3://bucket/prefix',
  })
  readonly place!: string;

  @Env('MOTCUA_FILE_MAX_BYTES', 'largest file that may be uploaded, in bytes')
  @IsInt()
  @Min(1024)
  @Max(1024 * MEBIBYTE)
  readonly maxBytes: number = 20 * MEBIBYTE;

  @Env('MOTCUA_FILES_STAGING', 'folder for uploads until they are complete; for an S3-compatible store')
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  readonly staging: string = '/tmp';

  @Env('MOTCUA_S3_ENDPOINT', "address of the S3-compatible store; without it Amazon's own")
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly s3Endpoint?: string;

  @Env('MOTCUA_S3_REGION', 'region that requests to the S3-compatible store are signed for')
  @IsString()
  @MinLength(1)
  readonly s3Region: string = 'us-east-1';

  @Env(
    'MOTCUA_S3_ACCESS_KEY',
    'access key of the S3-compatible store; without it the identity that the machine was given',
  )
  @IsOptional()
  @IsString()
  @PairedWith('s3SecretKey', 'MOTCUA_S3_SECRET_KEY')
  readonly s3AccessKey?: string;

  @Env('MOTCUA_S3_SECRET_KEY', 'secret of that access key')
  @IsOptional()
  @IsString()
  @PairedWith('s3AccessKey', 'MOTCUA_S3_ACCESS_KEY')
  readonly s3SecretKey?: string;
}
