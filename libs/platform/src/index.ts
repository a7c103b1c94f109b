// What requests, queries and answers are made of; the kinds without a limit are for events.
export {
  AmountMoved,
  AnyListOf,
  BasisPoints,
  Day,
  type FieldOptions,
  Flag,
  InstantText,
  isInstant,
  JsonObject,
  ListOf,
  Nested,
  OneOf,
  OrdinalList,
  Text,
  TextList,
  Uuid,
  Whole,
} from '@motcua/fields';
export * from './auth/access.js';
export * from './auth/actor.js';
export * from './auth/authenticator.js';
export * from './auth/identity-hash.js';
export * from './auth/permissions.js';
export { agencyIn, codeIn } from './http/known-names.js';
export { registerIn } from './http/registered-agencies.js';
export * from './auth/requires.decorator.js';
export * from './auth/seal.js';
export * from './auth/sealing.config.js';
export * from './bulk/index.js';
export * from './config/env.decorator.js';
export { PairedWith } from './config/paired-with.rule.js';
export * from './config/load-config.js';
export * from './config/platform.config.js';
export * from './config/trusted-proxies.rule.js';
export * from './database/answer.js';
export * from './database/bootstrap.js';
export * from './database/command-kind.js';
export * from './database/database.js';
export * from './database/history.js';
export * from './database/keyset.js';
export * from './database/history-vocabulary.js';
export * from './database/needs-own-transaction.js';
export * from './database/new-event.js';
export * from './database/not-done.js';
export * from './database/queries.js';
export * from './database/row-table.js';
export * from './database/sql.js';
export * from './database/transient-fault.js';
export * from './database/tx.js';
export * from './database/unchanged.js';
export * from './database/unit-of-work.js';
export * from './database/batch-write.js';
export * from './events/index.js';
export * from './files/index.js';
export * from './history/index.js';
export * from './http/auth.guard.js';
export * from './http/idempotency-key.guard.js';
export * from './commands/commands.js';
export * from './http/ordinal.pipe.js';
export * from './http/page-of.js';
export * from './http/page.query.js';
export * from './http/platform-problems.js';
export * from './http/preconditions.js';
export * from './http/prefer-wait.js';
export * from './http/problem.js';
export * from './http/representation-of.js';
export { TokenBuckets } from './http/token-buckets.js';
export * from './http/validation.pipe.js';
export * from './jobs/index.js';
export * from './jobs/migrate.js';
export * from './metrics/describe-metrics.js';
export * from './metrics/event-gauges.js';
export * from './metrics/metrics.js';
export * from './observability/language.js';
export * from './observability/logger.js';
export * from './observability/logger.token.js';
export * from './observability/request-context.js';
export * from './observability/request-hooks.js';
export * from './observability/tracing.config.js';
export * from './observability/tracing.js';
export * from './refusals/platform-code.js';
export * from './runtime/alone.config.js';
export * from './runtime/compose-system.js';
export * from './runtime/consumed-contracts.js';
export * from './runtime/create-service-app.js';
export * from './runtime/run-service.js';
export * from './runtime/service-definition.js';
export * from './runtime/story-clock.js';
export * from './runtime/transport.token.js';
