import { Env } from '@motcua/platform';
import { IsInt, IsString, Max, Min, MinLength } from 'class-validator';

export class IntakeConfig {
  @Env('MOTCUA_TRACKING_PER_MINUTE', 'requests per minute that one address may send to the public tracking view')
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly trackingPerMinute: number = 60;

  @Env('MOTCUA_PROVINCE_NAME', 'place name in the date line of printed forms')
  @IsString()
  @MinLength(1)
  readonly provinceName: string = 'Quảng Ngãi';
}
