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

  @Env('MOTCUA_REMINDER_DAYS', 'days from one reminder of an unpaid fee, or of a result at the counter, to the next')
  @IsInt()
  @Min(1)
  @Max(3650)
  readonly reminderDays: number = 10;

  @Env(
    'MOTCUA_REMINDERS',
    'reminders until a dossier that was never paid nor accepted ends; 0: no reminders, and no end',
  )
  @IsInt()
  @Min(0)
  @Max(100)
  readonly reminders: number = 3;

  @Env('MOTCUA_DRAFT_DAYS', 'days without a change after which a draft is deleted; 0: never')
  @IsInt()
  @Min(0)
  @Max(3650)
  readonly draftDays: number = 90;
}
