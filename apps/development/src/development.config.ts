import { Equals, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { Env } from '@motcua/platform';

/** What a development system of several processes needs once: an issuer of tokens, and the story clock. */
export class DevelopmentConfig {
  @Env('MOTCUA_PROFILE', 'development; there is no such issuer in production')
  @Equals('development')
  readonly profile: string = 'production';

  @Env('MOTCUA_PUBLIC_URL', 'the address under which clients reach the system, without a slash at its end')
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  @Matches(/[^/]$/)
  readonly publicUrl: string = 'http://localhost:3000';

  @Env('MOTCUA_DATA_DIR', "folder for the issuer's keys")
  @IsString()
  @MinLength(1)
  readonly dataDir!: string;

  @Env(
    'MOTCUA_STORY_CLOCK',
    "file with the story clock's offset, the same for every service; without it the clock cannot be moved",
  )
  @IsOptional()
  @IsString()
  readonly storyClock?: string;

  @Env('MOTCUA_OIDC_AUDIENCE', 'the audience that tokens for this system carry')
  @IsString()
  @MinLength(1)
  readonly audience: string = 'https://motcua.example/api';

  @Env(
    'MOTCUA_PORTAL_CLIENT_SECRET',
    "secret with which a simulated national portal asks for tokens; without it one of the data folder's",
  )
  @IsOptional()
  @IsString()
  @MinLength(1)
  readonly portalClientSecret?: string;

  @Env('PORT', 'the port to listen on')
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number = 3000;

  @Env('MOTCUA_HOST', 'the address to listen on')
  @IsString()
  readonly host: string = '0.0.0.0';
}
