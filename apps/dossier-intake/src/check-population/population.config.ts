import { Env } from '@motcua/platform';
import { IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength } from 'class-validator';

/** How the National Population Database is reached. */
export class PopulationConfig {
  @Env(
    'MOTCUA_POPULATION_URL',
    'address of the connection to the National Population Database; without it, every look-up answers `away`',
  )
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly url?: string;

  @Env('MOTCUA_POPULATION_TOKEN', 'bearer token for that connection, where it asks for one')
  @IsOptional()
  @IsString()
  @MinLength(1)
  readonly token?: string;

  @Env('MOTCUA_POPULATION_TIMEOUT_MS', 'timeout of a look-up; after it, work continues without the answer')
  @IsInt()
  @Min(100)
  @Max(20_000)
  readonly timeoutMs: number = 3_000;
}
