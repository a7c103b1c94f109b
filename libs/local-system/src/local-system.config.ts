import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { Env } from '@motcua/platform';

/** Settings of the one-machine shape. Everything has a default: `npm start` needs none of them. */
export class LocalSystemConfig {
  @Env('PORT', 'the port to listen on')
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number = 3000;

  @Env('MOTCUA_HOST', 'the address to listen on; 0.0.0.0 opens it to the network')
  @IsString()
  readonly host: string = '127.0.0.1';

  @Env('MOTCUA_DATA_DIR', 'folder for the database, files and secrets; .motcua beside the code by default')
  @IsOptional()
  @IsString()
  readonly dataDir?: string;

  @Env('MOTCUA_PROVINCE', 'province whose seed is loaded into an empty system; "none" for none')
  @IsIn(['H48', 'none'])
  readonly province: string = 'H48';

  @Env('LOG_FORMAT', 'json for machines, pretty for people')
  @IsIn(['json', 'pretty'])
  readonly logFormat: 'json' | 'pretty' = 'pretty';

  @Env('LOG_LEVEL', 'fatal, error, warn, info, debug, trace or silent')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel: string = 'info';
}
