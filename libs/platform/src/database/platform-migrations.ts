import type { MigrationInterface } from 'typeorm';
import { SealKeptAnswers1700000000150 } from './202611301730-seal-kept-answers.migration.js';
import { HistoryWitness1700000000130 } from './history-witness-migration.js';
import { KnownCluster1700000000140 } from './known-cluster-migration.js';
import { OutboxArchive1700000000141 } from './outbox-archive-migration.js';
import { TidyOutboxInPages1796060400000 } from './202611301740-tidy-outbox-in-pages.migration.js';
import { IndexHeldEvents1796060460000 } from './202611301741-index-held-events.migration.js';
import { RefusedEvents1796060520000 } from './202611301742-create-outbox-refused.migration.js';
import { PlatformTables1700000000000 } from './platform-migration.js';

export type MigrationClass = new () => MigrationInterface;

/** What every service's schema has besides its own tables. */
export const PLATFORM_MIGRATIONS: readonly MigrationClass[] = [
  PlatformTables1700000000000,
  HistoryWitness1700000000130,
  KnownCluster1700000000140,
  OutboxArchive1700000000141,
  TidyOutboxInPages1796060400000,
  IndexHeldEvents1796060460000,
  RefusedEvents1796060520000,
  SealKeptAnswers1700000000150,
];

/** As the table `migration` names it. */
export const nameOfMigration = (migration: MigrationClass): string => new migration().name ?? migration.name;
