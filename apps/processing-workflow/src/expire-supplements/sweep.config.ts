import { IsInt, Max, Min } from 'class-validator';
import { Env } from '@motcua/platform';

export class SweepConfig {
  @Env(
    'MOTCUA_WORKFLOW_SWEEP_MS',
    'how often the workflow looks for supplements whose deadline has passed, in milliseconds',
  )
  @IsInt()
  @Min(50)
  @Max(3_600_000)
  readonly everyMs: number = 5_000;
}
