import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { loggedError } from './logged-error.js';
import { currentContext, traceIdOf } from './request-context.js';

interface LogOptions {
  readonly level: string;
  readonly format: 'json' | 'pretty';
  readonly service: string;
}

/** Structured logs with the trace they belong to. Bodies, tokens and personal data are never logged. */
export const createLogger = ({ level, format, service }: LogOptions): Logger =>
  pino(
    {
      level,
      base: { service },
      mixin: () => ({ traceId: traceIdOf(currentContext().traceparent) }),
      redact: ['req.headers.authorization'],
      serializers: { err: loggedError },
    },
    ...(format === 'pretty'
      ? [
          pretty({
            colorize: process.stdout.isTTY,
            ignore: 'pid,hostname,service',
            messageFormat: '[{service}] {msg}',
            sync: true,
          }),
        ]
      : []),
  );

/** Nest's own messages: what it says at start is of interest only when looking for a fault. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown) => logger.debug(String(message)),
  debug: (message: unknown) => logger.debug(String(message)),
  verbose: (message: unknown) => logger.trace(String(message)),
  warn: (message: unknown) => logger.warn(String(message)),
  error: (message: unknown, ...details: unknown[]) => logger.error({ details }, String(message)),
  fatal: (message: unknown) => logger.fatal(String(message)),
});
