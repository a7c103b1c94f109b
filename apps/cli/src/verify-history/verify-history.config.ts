import { Env } from '@motcua/platform';
import { IsOptional, IsString, IsUrl, MinLength } from 'class-validator';

/** What `verify-history` needs to know of a system that is not this machine's own. */
export class VerifyHistoryConfig {
  @Env(
    'MOTCUA_ADMIN_DATABASE_URL',
    "PostgreSQL of the services, for a role that may read their schemas; MOTCUA_DATABASE_URL_INTAKE and so on where a service's is another one",
  )
  @IsOptional()
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false })
  readonly adminUrl?: string;

  @Env(
    'MOTCUA_HISTORY_KEY',
    "secret that keys the services' histories; MOTCUA_HISTORY_KEY_INTAKE and so on where a service's is another one",
  )
  @IsOptional()
  @IsString()
  @MinLength(32)
  readonly historyKey?: string;
}
