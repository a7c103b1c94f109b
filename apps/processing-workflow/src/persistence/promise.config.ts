import { IsInt, Max, Min } from 'class-validator';
import { Env } from '@motcua/platform';

/** How far a date that an officer promises may lie beyond the law's. */
export class PromiseConfig {
  @Env(
    'MOTCUA_PROMISE_WORKING_DAYS',
    'how many working days beyond the statutory date, or beyond today once that has passed, a new date may be promised',
  )
  @IsInt()
  @Min(1)
  @Max(250)
  readonly mostWorkingDaysBeyondLaw: number = 10;
}
