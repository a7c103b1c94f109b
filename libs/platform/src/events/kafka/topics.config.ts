import { IsInt, Max, Min } from 'class-validator';
import { Env } from '../../config/env.decorator.js';

/**
 * How the topics are made by `topics apply`. Services read the number of partitions too: they do not start on topics that have
 * fewer.
 */
export class TopicsConfig {
  @Env(
    'MOTCUA_KAFKA_PARTITIONS',
    'partitions of each topic: the largest number of processes of one service that can share its work',
  )
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly partitions: number = 6;

  @Env('MOTCUA_KAFKA_REPLICATION', 'copies of each topic; production has 3')
  @IsInt()
  @Min(1)
  @Max(9)
  readonly replicationFactor: number = 3;

  @Env('MOTCUA_KAFKA_RETENTION_DAYS', 'days for which events stay on the broker')
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly retentionDays: number = 14;
}
