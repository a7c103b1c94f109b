import { Env } from '@motcua/platform';
import { IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength } from 'class-validator';

/** How the postal service is reached, and how often it is asked. */
export class PostalConfig {
  @Env('MOTCUA_POST_URL', 'address of the postal service; without it, orders wait until there is one')
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly url?: string;

  @Env('MOTCUA_POST_TOKEN', 'bearer token for the postal service, where it asks for one')
  @IsOptional()
  @IsString()
  @MinLength(1)
  readonly token?: string;

  @Env(
    'MOTCUA_POST_NOTICE_TOKEN',
    'token of at least 16 characters under which the postal service signs its notices; without it, none is taken',
  )
  @IsOptional()
  @IsString()
  @MinLength(16)
  readonly noticeToken?: string;

  @Env('MOTCUA_POST_TIMEOUT_MS', 'timeout of a request to the postal service')
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly timeoutMs: number = 10_000;

  @Env('MOTCUA_POST_RETRY_SECONDS', 'first pause after a request that was not answered; it doubles, to an hour')
  @IsInt()
  @Min(1)
  @Max(3600)
  readonly retrySeconds: number = 15;

  @Env('MOTCUA_POST_TRACK_MINUTES', 'time between two looks at a parcel of which the postal service sends no notice')
  @IsInt()
  @Min(1)
  @Max(1440)
  readonly trackMinutes: number = 60;

  @Env(
    'MOTCUA_POST_SILENT_HOURS',
    'time after which an order that the postal service has not answered is marked as unanswered',
  )
  @IsInt()
  @Min(1)
  @Max(8760)
  readonly silentHours: number = 24;
}
