import { IsInt, Matches, Max, Min } from 'class-validator';
import { Env } from '@motcua/platform';
import type { WatchSettings } from '@motcua/processing-domain';

const HOURS = /^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/;

/** When officers and leaders are told of a due date that draws near, and of a task that stays open. */
export class WatchConfig {
  @Env(
    'MOTCUA_REMIND_WORKING_HOURS',
    'working hours before the promised date at which the officer and the leaders are reminded; several with commas between',
  )
  @Matches(HOURS, { message: '$property must be whole working hours such as 16,4' })
  readonly remindBefore: string = '16,4';

  @Env('MOTCUA_ESCALATE_WORKING_HOURS', 'working hours after which an open task is escalated to the leaders')
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly escalateAfter: number = 24;

  get settings(): WatchSettings {
    const distances = this.remindBefore.split(',').map(Number);
    return { remindBefore: [...new Set(distances)], escalateAfter: this.escalateAfter };
  }
}
