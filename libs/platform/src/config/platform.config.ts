import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Env } from './env.decorator.js';
import { OnlyInDevelopment } from './story-clock.rule.js';
import { IsTrustedProxies } from './trusted-proxies.rule.js';

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_tld: false };
const HTTP = { protocols: ['http', 'https'], require_tld: false };

/** What every service needs to know of its surroundings. */
export class PlatformConfig {
  @Env('MOTCUA_PROFILE', 'production refuses the development issuer and the story clock')
  @IsIn(['development', 'production'])
  readonly profile: 'development' | 'production' = 'production';

  @Env('MOTCUA_DATABASE_URL', "PostgreSQL through the service's own role")
  @IsUrl(POSTGRES)
  readonly databaseUrl!: string;

  @Env('MOTCUA_DATABASE_POOL', 'connections that the service may hold')
  @IsInt()
  @Min(2)
  @Max(200)
  readonly databasePool: number = 10;

  @Env(
    'MOTCUA_DATABASE_EVENTS_POOL',
    'additional connections for events, so that a backlog of events delays no request',
  )
  @IsInt()
  @Min(2)
  @Max(200)
  readonly eventsPool: number = 5;

  @Env(
    'MOTCUA_SCHEMA_MAY_BE_NEWER',
    'true starts on the schema of a later release, to go back to this one or while releases change',
  )
  @IsBoolean()
  readonly schemaMayBeNewer: boolean = false;

  @Env('MOTCUA_ANSWER_DAYS', 'number of days for which a repeated Idempotency-Key receives the stored answer')
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly answerDays: number = 30;

  @Env('MOTCUA_OIDC_ISSUER', "the identity provider's issuer, as tokens name it")
  @IsUrl(HTTP)
  readonly oidcIssuer!: string;

  @Env('MOTCUA_OIDC_JWKS', "address of the identity provider's public keys")
  @IsUrl(HTTP)
  readonly oidcJwks!: string;

  @Env('MOTCUA_OIDC_AUDIENCE', 'the audience that tokens for this system carry')
  @IsString()
  @MinLength(1)
  readonly oidcAudience: string = 'https://motcua.example/api';

  @Env('MOTCUA_HISTORY_KEY', 'secret of at least 32 characters that keys the hash chain of the history')
  @IsString()
  @MinLength(32)
  readonly historyKey!: string;

  @Env(
    'MOTCUA_IDENTITY_KEY',
    'secret of at least 32 characters that keys the hash of identity numbers; the same in every service',
  )
  @IsString()
  @MinLength(32)
  readonly identityKey!: string;

  @Env('MOTCUA_PUBLIC_URL', 'the address under which clients reach the system, without a slash at its end')
  @IsUrl(HTTP)
  @Matches(/[^/]$/)
  readonly publicUrl: string = 'http://localhost:3000';

  @Env(
    'MOTCUA_TRUSTED_PROXIES',
    'trusted sources of X-Forwarded-For: addresses, ranges, or uniquelocal; none by default',
  )
  @IsTrustedProxies()
  readonly trustedProxies: string = '';

  @Env('MOTCUA_STORY_CLOCK', "file with the story clock's offset; development only")
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  @OnlyInDevelopment()
  readonly storyClock?: string;

  @Env('LOG_LEVEL', 'fatal, error, warn, info, debug, trace or silent')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel: string = 'info';

  @Env('LOG_FORMAT', 'json for machines, pretty for people')
  @IsIn(['json', 'pretty'])
  readonly logFormat: 'json' | 'pretty' = 'json';
}
