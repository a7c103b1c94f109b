import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Environment, loadConfigs } from '../config/load-config.js';
import { PlatformConfig } from '../config/platform.config.js';
import { trustedProxies } from '../config/trusted-proxies.rule.js';
import { Commands } from '../commands/commands.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventContracts } from '../events/wire/event-contracts.js';
import { EventGauges } from '../metrics/event-gauges.js';
import { EventProcessor } from '../events/inbox/event-processor.js';
import { OutboxRelay } from '../events/outbox/outbox-relay.js';
import { ParkedEvents } from '../events/inbox/parked-events.js';
import { Authenticator } from '../auth/authenticator.js';
import { authenticateLargeBodies } from '../http/authenticate-large-bodies.js';
import { guardAnswers } from '../http/guard-answers.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { CursorSigner } from '../http/cursor-signer.js';
import { readJsonBodies } from '../http/json-body.js';
import { ServiceAdapter } from '../http/service-adapter.js';
import { Jobs } from '../jobs/jobs.js';
import { SweepAlarm } from '../jobs/sweep-alarm.js';
import { SweepCounters } from '../jobs/sweep-counters.js';
import { createLogger, nestLogger } from '../observability/logger.js';
import { Metrics } from '../metrics/metrics.js';
import { observeRequests } from '../observability/request-hooks.js';
import { Tracing } from '../observability/tracing.js';
import { TracingConfig } from '../observability/tracing.config.js';
import { AnswerSweep } from './answer-sweep.js';
import { consumedContracts } from './consumed-contracts.js';
import { connectFitting } from './fit-database.js';
import { describeService, serveDescription } from './open-api.js';
import { PlatformModule } from './platform.module.js';
import type { ServiceDefinition } from './service-definition.js';
import type { EventTransport } from '../events/transport/event-transport.js';

export interface ServiceApp {
  readonly definition: ServiceDefinition;
  readonly nest: NestFastifyApplication;
  readonly openApi: OpenAPIObject;
  /** Starts to receive events and to relay the outbox. HTTP is the caller's: to listen, or to dispatch. */
  start(): Promise<void>;
  /** Lets every sweep look for what has come due, now. */
  wakeSweeps(): Promise<void>;
  /** Stops taking work, ends what is in hand, and lets go of the database. */
  stop(): Promise<void>;
}

const BODY_LIMIT = 1024 * 1024;

/**
 * Makes one service ready to start. The same for a service alone in a container and for several in one process: what
 * differs is the environment and the transport that the composition root hands in.
 * @throws ConfigurationFaults with every fault of the platform's and the service's settings, or of the schema and its role
 */
export async function createServiceApp(
  definition: ServiceDefinition,
  environment: Environment,
  transport: EventTransport,
): Promise<ServiceApp> {
  const [platform, traces, ...configs] = loadConfigs(
    [PlatformConfig, TracingConfig, ...(definition.configs ?? [])],
    environment,
  );
  const config = platform as PlatformConfig;
  const tracing = await Tracing.to(traces as TracingConfig, definition.name);
  const logger = createLogger({ level: config.logLevel, format: config.logFormat, service: definition.name });
  const metrics = new Metrics(definition.name, { process: !transport.alone });
  const guarded = config.profile === 'development';
  const database = new Database({
    url: config.databaseUrl,
    schema: definition.name,
    poolSize: config.databasePool,
    guarded,
    tracing,
  });
  await connectFitting(database, definition, config);
  const unitOfWork = new UnitOfWork(database, { source: definition.name, historyKey: config.historyKey });
  // Events have connections of their own: what works off a backlog takes none of a request's.
  const eventsDatabase = new Database({
    url: config.databaseUrl,
    schema: definition.name,
    poolSize: config.eventsPool,
    guarded,
    tracing,
  });
  await eventsDatabase.connect();
  const eventsWork = new UnitOfWork(eventsDatabase, { source: definition.name, historyKey: config.historyKey });
  const consumes = consumedContracts(definition);
  const contracts = new EventContracts(consumes);
  const processor = new EventProcessor(eventsWork, eventsDatabase, logger, contracts, { alone: transport.alone });
  const relay = new OutboxRelay([unitOfWork, eventsWork], eventsDatabase, transport.publisher, logger, {
    alone: transport.alone,
    ...(transport.giveWay && { giveWay: (signal: AbortSignal) => transport.giveWay!(signal) }),
    onRelayed: (delays) => metrics.observeRelayed(delays),
  });
  const parked = new ParkedEvents(database);

  const answers = new AnswerSweep(database, config.answerDays, logger);
  const alarm = new SweepAlarm();
  const cursors = new CursorSigner(config.identityKey);
  const nest: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    PlatformModule.with({
      definition,
      config,
      configs,
      database,
      unitOfWork,
      cursors,
      processor,
      parked,
      transport,
      alarm,
      logger,
      metrics,
    }),
    new ServiceAdapter(cursors, {
      bodyLimit: BODY_LIMIT,
      forceCloseConnections: true,
      trustProxy: trustedProxies(config.trustedProxies),
      // What Fastify refuses before there is a route: a path that cannot be read, or is too long.
      frameworkErrors: (error, request, reply) => nest.get(ProblemFilter).send(error, request, reply),
    }),
    { logger: nestLogger(logger), abortOnError: false, bodyParser: false },
  );
  const fastify = nest.getHttpAdapter().getInstance();
  observeRequests(fastify, logger, tracing);
  metrics.observeRequests(fastify);
  metrics.observePool(database.pool, config.databasePool);
  metrics.observeEvents(new EventGauges(database, { transport, group: definition.name, consumes }));
  guardAnswers(fastify);
  readJsonBodies(fastify);
  authenticateLargeBodies(fastify, nest.get(Authenticator, { strict: false }));
  if (definition.uploads) await nest.register(multipart as never);
  nest.setGlobalPrefix(definition.name);
  nest.connectMicroservice({ strategy: transport.subscribe({ group: definition.name, contracts, processor, logger }) });
  const sweeps = (definition.sweeps ?? []).map((sweep) => nest.get(sweep, { strict: false }));
  const jobs = new Jobs(definition.name, database, sweeps, new SweepCounters(metrics.registry), logger);
  // The rows are committed: where the alarm goes unheard, the next look of the minute finds them.
  alarm.onRing(
    () => void jobs.wake().catch((error: unknown) => logger.warn({ err: error }, 'the sweeps were not woken')),
  );
  // A tenth of a second that a start need not take: made for the first who asks.
  let described: OpenAPIObject | undefined;
  const openApi = () => (described ??= describeService(nest, definition));
  serveDescription(nest, openApi);

  return {
    definition,
    nest,
    get openApi() {
      return openApi();
    },
    start: async () => {
      await nest.init();
      await (fastify as unknown as { ready(): Promise<void> }).ready();
      await nest.startAllMicroservices();
      relay.start();
      answers.start();
      await jobs.start();
    },
    wakeSweeps: () => jobs.wake(),
    stop: async () => {
      await jobs.stop();
      await relay.stop();
      await nest.close();
      await nest.get(Commands).stop();
      await answers.stop();
      await eventsDatabase.close();
      await database.close();
      await tracing.stop();
    },
  };
}
