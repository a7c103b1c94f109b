import type { Type } from '@nestjs/common';
import type { Localized } from '@motcua/kernel';
import type { RegisteredAgencies } from '../http/registered-agencies.js';
import type { Registers } from '../http/known-names.js';
import type { ConfigClass } from '../config/load-config.js';
import type { HistoryVocabulary } from '../database/history-vocabulary.js';
import type { MigrationClass } from '../jobs/migrate.js';
import type { OwnMetric } from '../metrics/describe-metrics.js';
import type { ProblemTable } from '../http/problem.js';
import type { SweepClass } from '../jobs/sweep.js';

/** All that the platform needs to know of a service in order to run it, alone or beside others. */
export interface ServiceDefinition {
  /** First segment of its paths, and the name of its schema. */
  readonly name: string;
  /** Folder below `apps/`. */
  readonly app: string;
  readonly title: string;
  readonly summary: Localized;
  readonly module: Type;
  readonly migrations: readonly MigrationClass[];
  readonly problems: ProblemTable;
  /** What its histories speak of. */
  readonly history?: HistoryVocabulary;
  /** Its own settings; injectable by their class. */
  readonly configs?: readonly ConfigClass[];
  /** What it does when an instant has passed; providers of its module. */
  readonly sweeps?: readonly SweepClass[];
  /** Gauges of its own, beside those that every service has. */
  readonly metrics?: readonly OwnMetric[];
  /** Agencies that officers act for beyond their tokens. */
  readonly registeredAgencies?: RegisteredAgencies;
  /** Where it knows what its lists' filters name. */
  readonly registers?: Registers;
  /** Takes multipart uploads (`receiveUpload`). */
  readonly uploads?: boolean;
}
