import { Env } from '@motcua/platform';
import { IsInt, IsString, Max, Min, MinLength } from 'class-validator';

export class IntakeConfig {
  @Env('MOTCUA_TRACKING_PER_MINUTE', 'how often one address may ask the public tracking view in a minute')
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly trackingPerMinute: number = 60;

  @Env('MOTCUA_PROVINCE_NAME', 'the place that printed forms are dated at')
  @IsString()
  @MinLength(1)
  readonly provinceName: string = 'Quảng Ngãi';
}
