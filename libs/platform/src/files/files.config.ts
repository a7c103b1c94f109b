import { IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Env } from '../config/env.decorator.js';

const MEBIBYTE = 1024 * 1024;

/** Where files are kept and how large one may be. Listed in `configs` by every service that keeps files. */
export class FilesConfig {
  @Env('MOTCUA_FILES', 'folder of the content-addressed file store, shared by the services')
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  readonly folder!: string;

  @Env('MOTCUA_FILE_MAX_BYTES', 'largest file that may be uploaded, in bytes')
  @IsInt()
  @Min(1024)
  @Max(1024 * MEBIBYTE)
  readonly maxBytes: number = 20 * MEBIBYTE;
}
