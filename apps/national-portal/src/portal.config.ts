import {
  IsBoolean,
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
import { Env } from '@motcua/platform';

const HOST = String.raw`\s*([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])(:\d{1,5})?\s*`;
const HOSTS = new RegExp(`^${HOST}(,${HOST})*$`);

/** How the national portal is reached, and what it may hand over. */
export class PortalConfig {
  @Env(
    'MOTCUA_PORTAL_URL',
    "the exchange adapter's base, such as https://adapter.example/XrdAdapter/RestService/forward",
  )
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly url!: string;

  @Env('MOTCUA_PORTAL_DESTINATION', 'destination code of the portal, the header dstcode')
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly destination!: string;

  @Env('MOTCUA_PORTAL_USERNAME', "the province's account at the portal")
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly username!: string;

  @Env('MOTCUA_PORTAL_PASSWORD', 'password of that account')
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly password!: string;

  @Env('MOTCUA_PORTAL_UNIT', "the province's unit code at the portal, madonvi")
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly unit!: string;

  @Env('MOTCUA_PORTAL_PARALLEL', 'number of records that are sent to the portal at the same time')
  @IsInt()
  @Min(1)
  @Max(64)
  readonly parallel: number = 4;

  @Env('MOTCUA_PORTAL_TIMEOUT_MS', 'timeout of a call to the portal')
  @IsInt()
  @Min(100)
  @Max(600_000)
  readonly timeoutMs: number = 60_000;

  @Env('MOTCUA_PORTAL_RETRY_MAX_SECONDS', 'longest pause before a record that was not answered is sent again')
  @IsInt()
  @Min(1)
  @Max(300)
  readonly retryMaxSeconds: number = 300;

  @Env(
    'MOTCUA_PORTAL_FOLLOW_CATALOGUE',
    'true looks each night at the procedures, agencies and fields that the portal publishes',
  )
  @IsBoolean()
  readonly followCatalogue: boolean = true;

  @Env(
    'MOTCUA_PORTAL_FILE_HOSTS',
    'hosts, as host:port,host:port, that papers may be fetched from; a loopback address among them may be plain http',
  )
  @IsOptional()
  @IsString()
  @Matches(HOSTS, { message: '$property must be hosts as host:port,host:port' })
  readonly fileHosts?: string;

  @Env('MOTCUA_PORTAL_FILE_TIMEOUT_MS', 'timeout of fetching one paper')
  @IsInt()
  @Min(100)
  @Max(600_000)
  readonly fileTimeoutMs: number = 60_000;
}
