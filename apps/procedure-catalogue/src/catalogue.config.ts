import { IsBoolean, Matches } from 'class-validator';
import { Env } from '@motcua/platform';

export class CatalogueConfig {
  @Env('MOTCUA_SEED', 'true loads the seed of the province into an empty catalogue at start')
  @IsBoolean()
  readonly seed: boolean = false;

  @Env('MOTCUA_PROVINCE', 'identifier of the province whose seed is loaded, such as H48')
  @Matches(/^H\d{2}$/)
  readonly province: string = 'H48';
}
