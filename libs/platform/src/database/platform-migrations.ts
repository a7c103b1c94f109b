import type { MigrationInterface } from 'typeorm';
import { HistoryWitness1700000000130 } from './history-witness-migration.js';
import { KnownCluster1700000000140 } from './known-cluster-migration.js';
import { OutboxArchive1700000000141 } from './outbox-archive-migration.js';
import { PlatformTables1700000000000 } from './platform-migration.js';

export type MigrationClass = new () => MigrationInterface;

/** What every service's schema has besides its own tables. */
export const PLATFORM_MIGRATIONS: readonly MigrationClass[] = [
  PlatformTables1700000000000,
  HistoryWitness1700000000130,
  KnownCluster1700000000140,
  OutboxArchive1700000000141,
];

/** As the table `migration` names it. */
export const nameOfMigration = (migration: MigrationClass): string => new migration().name ?? migration.name;
