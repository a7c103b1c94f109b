/**
 * The small copies that services keep of what the catalogue publishes: agencies and working calendars, and of the register of officers, fed by events, so
 * that no service asks another one for what it needs (ADR 0007).
 */
export * from './agencies.js';
export * from './agency-successors-migration.js';
export * from './agency-kind-migration.js';
export * from './calendars.js';
export * from './catalogue-copy-migration.js';
export * from './replicate-agencies.consumer.js';
export * from './officer-copy-migration.js';
export * from './replicate-calendars.consumer.js';
export * from './replicate-officers.consumer.js';
export * from './issued-paper-migration.js';
export * from './issued-papers.js';
