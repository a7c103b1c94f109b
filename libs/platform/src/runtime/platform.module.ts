import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CLOCK, systemClock } from '@motcua/kernel';
import type { Logger } from 'pino';
import { Authenticator } from '../auth/authenticator.js';
import { CursorGuard } from '../http/cursor.guard.js';
import type { CursorSigner } from '../http/cursor-signer.js';
import { withRegisteredAgencies } from '../http/registered-agencies.js';
import { AuthGuard } from '../http/auth.guard.js';
import { BULK_PROBLEMS } from '../bulk/bulk-problems.js';
import { PlatformConfig } from '../config/platform.config.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventProcessor } from '../events/inbox/event-processor.js';
import { ParkedEvents } from '../events/inbox/parked-events.js';
import { IdempotencyKeyGuard } from '../http/idempotency-key.guard.js';
import { Commands } from '../commands/commands.js';
import { PLATFORM_PROBLEMS } from '../http/platform-problems.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { UnknownParametersGuard } from '../http/unknown-parameters.guard.js';
import { WellFormedTextGuard } from '../http/well-formed-text.guard.js';
import { KnownNames } from '../http/known-names.js';
import { ValidationPipe } from '../http/validation.pipe.js';
import { SweepAlarm } from '../jobs/sweep-alarm.js';
import { Metrics } from '../metrics/metrics.js';
import { HealthController } from './health.controller.js';
import { LOGGER } from '../observability/logger.token.js';
import { OperateParkedEvents } from './operate-parked-events.js';
import { ParkedEventsController } from './parked-events.controller.js';
import { PROBLEMS } from '../http/problems.token.js';
import { SERVICE_NAME } from '../config/service-name.token.js';
import type { ServiceDefinition } from './service-definition.js';
import { StoryClock } from './story-clock.js';
import type { EventTransport } from '../events/transport/event-transport.js';
import { TRANSPORT } from './transport.token.js';

interface PlatformParts {
  readonly definition: ServiceDefinition;
  readonly config: PlatformConfig;
  readonly configs: readonly object[];
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly cursors: CursorSigner;
  readonly processor: EventProcessor;
  readonly parked: ParkedEvents;
  readonly transport: EventTransport;
  readonly alarm: SweepAlarm;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

const value = (provide: NonNullable<unknown>, useValue: unknown): Provider => ({ provide, useValue }) as Provider;

/** What the platform gives to every service: global within the service's own Nest application, and nowhere else. */
@Module({})
export class PlatformModule {
  static with(parts: PlatformParts): DynamicModule {
    const { config, definition, unitOfWork } = parts;
    const authenticator = new Authenticator({
      issuer: config.oidcIssuer,
      audience: config.oidcAudience,
      jwks: config.oidcJwks,
      identityKey: config.identityKey,
    });
    const problems = { ...PLATFORM_PROBLEMS, ...BULK_PROBLEMS, ...definition.problems };
    const clock = config.storyClock === undefined ? systemClock : new StoryClock(config.storyClock);
    const filter = new ProblemFilter(problems, parts.logger);
    const commands = new Commands(unitOfWork, clock);
    const shared: Provider[] = [
      value(PlatformConfig, config),
      value(Authenticator, authenticator),
      ...parts.configs.map((own) => value(own.constructor, own)),
      value(Database, parts.database),
      value(UnitOfWork, unitOfWork),
      value(Commands, commands),
      value(OperateParkedEvents, new OperateParkedEvents(parts.parked, commands)),
      value(CLOCK, clock),
      value(EventProcessor, parts.processor),
      value(ParkedEvents, parts.parked),
      value(TRANSPORT, parts.transport),
      value(SweepAlarm, parts.alarm),
      value(LOGGER, parts.logger),
      value(SERVICE_NAME, definition.name),
      value(PROBLEMS, problems),
      value(Metrics, parts.metrics),
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [definition.module],
      controllers: [HealthController, ParkedEventsController],
      providers: [
        ...shared,
        value(
          APP_GUARD,
          new AuthGuard(authenticator, (actor) =>
            definition.registeredAgencies
              ? withRegisteredAgencies(actor, definition.registeredAgencies, { queries: parts.database, clock })
              : actor,
          ),
        ),
        value(APP_GUARD, new WellFormedTextGuard()),
        value(APP_GUARD, new UnknownParametersGuard()),
        value(APP_GUARD, new CursorGuard(parts.cursors)),
        value(APP_GUARD, new IdempotencyKeyGuard()),
        value(ProblemFilter, filter),
        value(APP_FILTER, filter),
        value(APP_PIPE, new ValidationPipe(new KnownNames(parts.database, definition.registers ?? {}))),
      ],
      exports: shared,
    };
  }
}
