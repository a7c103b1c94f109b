import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { documentedHeader } from './documented-header.js';
import { Refusal } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import type { PlatformCode } from '../refusals/platform-code.js';

function parse(header: string): number {
  // A proxy that compresses makes ETags weak. Ours are versions, not bytes: W/"3" still says which version was seen.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      {
        pointer: '/If-Match',
        code: 'ETAG_INVALID',
        detail: {
          vi: 'If-Match phải là ETag đã nhận, ví dụ "3".',
          en: 'If-Match must be the ETag that you were given, such as "3".',
        },
      },
    ]);
  }
  return Number(version);
}

/** The version that an ETag of ours names, such as `"3"`. @throws Refusal REQUEST.PARAMETER_INVALID */
export const seenVersion = parse;

function ifMatchOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  return header === undefined ? undefined : parse(header);
}

/** The version that the caller saw; 428 when it does not say. Commands on an existing resource take it. */
export const IfMatch = documentedHeader(
  {
    name: 'If-Match',
    required: true,
    description: 'The ETag that you were given: 428 without it, 412 when it is stale',
    example: '"3"',
  },
  createParamDecorator((_: unknown, context: ExecutionContext): number => {
    const version = ifMatchOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (version === undefined) {
      throw new Refusal<PlatformCode>('REQUEST.PRECONDITION_REQUIRED', {}, [], {
        vi: 'Đề nghị đọc lại dữ liệu và gửi ETag của nó trong If-Match.',
        en: 'Read the resource and send its ETag as If-Match.',
      });
    }
    return version;
  }),
);

/** For a PUT that creates or replaces: undefined means that nothing is expected to be there. */
export const IfMatchWhenReplacing = documentedHeader(
  {
    name: 'If-Match',
    required: false,
    description: 'The ETag that you were given, when you replace what is there',
    example: '"3"',
  },
  createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
    ifMatchOf(context.switchToHttp().getRequest<FastifyRequest>()),
  ),
);

/**
 * Two officers, one resource: the first wins, the other is told.
 * `current` is undefined where nothing exists yet, `seen` where the caller sent no If-Match.
 */
export function assertVersion(current: number | undefined, seen: number | undefined): void {
  if (current === seen) return;
  if (seen === undefined)
    throw new Refusal<PlatformCode>('REQUEST.PRECONDITION_REQUIRED', { currentETag: `"${current}"` });
  throw new Refusal<PlatformCode>('RESOURCE.CHANGED', {
    ...(current !== undefined && { currentETag: `"${current}"` }),
  });
}
