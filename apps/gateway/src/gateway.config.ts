import { IsIn, IsInt, IsString, Max, Min, MinLength } from 'class-validator';
import { Env, IsTrustedProxies } from '@motcua/platform/edge';
import { IsUpstreams } from './upstreams.rule.js';

/** What the gateway must be told. */
export class GatewayConfig {
  @Env('MOTCUA_GATEWAY_SERVICES', 'the services behind the gateway, as name=address,name=address')
  @MinLength(1)
  @IsUpstreams()
  readonly services!: string;

  @Env(
    'MOTCUA_GATEWAY_ALSO',
    'further paths that the gateway forwards but does not describe, such as issuer=http://development:3000; development only',
  )
  @IsUpstreams()
  readonly also: string = '';

  @Env('MOTCUA_GATEWAY_TIMEOUT_MS', 'time within which a service must begin its answer')
  @IsInt()
  @Min(1_000)
  @Max(600_000)
  readonly timeoutMs: number = 60_000;

  @Env(
    'MOTCUA_TRUSTED_PROXIES',
    'trusted sources of X-Forwarded-For: addresses, ranges, or uniquelocal; none by default',
  )
  @IsTrustedProxies()
  readonly trustedProxies: string = '';

  @Env('PORT', 'the port to listen on')
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number = 3000;

  @Env('MOTCUA_HOST', 'the address to listen on')
  @IsString()
  readonly host: string = '0.0.0.0';

  @Env('LOG_LEVEL', 'fatal, error, warn, info, debug, trace or silent')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel: string = 'info';

  @Env('LOG_FORMAT', 'json for machines, pretty for people')
  @IsIn(['json', 'pretty'])
  readonly logFormat: 'json' | 'pretty' = 'json';
}
