import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, ValidateIf } from 'class-validator';
import { Env } from '../config/env.decorator.js';

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_tld: false };

/** What a service that runs alone needs besides the platform's and its own settings. */
export class AloneConfig {
  @Env('PORT', 'the port to listen on')
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number = 3000;

  @Env('MOTCUA_HOST', 'the address to listen on')
  @IsString()
  readonly host: string = '0.0.0.0';

  @Env('MOTCUA_TRANSPORT', 'how events travel: kafka, or postgres, the log that services of one machine share')
  @IsIn(['kafka', 'postgres'])
  readonly transport!: 'kafka' | 'postgres';

  @Env('MOTCUA_TRANSPORT_URL', "PostgreSQL through the event log's own role; for the transport postgres")
  @ValidateIf(({ transport }: AloneConfig) => transport !== 'kafka')
  @IsUrl(POSTGRES)
  readonly transportUrl?: string;

  @Env('MOTCUA_ADMIN_DATABASE_URL', "administrator's PostgreSQL, for the command migrate only")
  @IsOptional()
  @IsUrl(POSTGRES)
  readonly adminUrl?: string;
}
