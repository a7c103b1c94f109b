import { HttpException } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { isTransientFault } from '../database/transient-fault.js';
import type { PlatformCode } from '../refusals/platform-code.js';

const BY_STATUS: Readonly<Record<number, PlatformCode>> = {
  400: 'REQUEST.MALFORMED',
  401: 'ACCESS.UNAUTHENTICATED',
  403: 'ACCESS.FORBIDDEN',
  404: 'REQUEST.ROUTE_UNKNOWN',
  406: 'REQUEST.NOT_ACCEPTABLE',
  413: 'REQUEST.TOO_LARGE',
  // A path too long for any route.
  414: 'REQUEST.ROUTE_UNKNOWN',
  415: 'REQUEST.MEDIA_TYPE',
  429: 'REQUEST.TOO_MANY',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** What a failure that is no refusal of ours is called: by Nest and Fastify, by the database, or a fault of our own. */
export function asRefusal(error: unknown): Refusal<PlatformCode> {
  if (isTransientFault(error)) return new Refusal<PlatformCode>('SERVICE.UNAVAILABLE');
  return new Refusal<PlatformCode>(BY_STATUS[statusOf(error) ?? 500] ?? 'SERVICE.FAULT');
}
