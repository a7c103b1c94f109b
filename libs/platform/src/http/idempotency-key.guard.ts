import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../auth/actor.js';
import { fingerprintOf } from '../commands/commands.js';
import { currentContext } from '../observability/request-context.js';
import type { PlatformCode } from '../refusals/platform-code.js';

const WITHOUT_KEY = 'motcua:without-idempotency-key';

/** For a POST that changes nothing (a calculation), or whose protocol has no place for the key (a platform's callback). */
export const WithoutIdempotencyKey = (): MethodDecorator =>
  applyDecorators(SetMetadata(WITHOUT_KEY, true), ApiExtension('x-without-idempotency-key', true));

function keyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' ? header.trim() : undefined;
}

/**
 * Whose key it is. Nobody else's can be written like it, and an officer who has moved is answered anew, by their reach of now.
 */
export const clientOf = ({ clientId, subject, agency }: Pick<Actor, 'clientId' | 'subject' | 'agency'>): string =>
  JSON.stringify([clientId, subject, agency]);

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Demands the idempotency key of every POST that changes state, and puts it into the request's context. After the token. */
@Injectable()
export class IdempotencyKeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || Reflect.getMetadata(WITHOUT_KEY, context.getHandler()) === true) return true;
    const key = keyOf(request);
    if (key === undefined && request.method !== 'POST') return true;
    if (key === undefined || !KEY.test(key)) {
      throw new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REQUIRED', {}, [], {
        vi: 'Phải gửi một mã duy nhất cho yêu cầu này, ví dụ UUID, 1 đến 255 ký tự.',
        en: 'Send a key that is unique to this request, such as a UUID, of 1 to 255 characters.',
      });
    }
    const { actor } = currentContext();
    const idempotency = {
      client: actor ? clientOf(actor) : 'anonymous',
      key,
      fingerprint: fingerprintOf(request.method, request.url, request.body),
    };
    // The context of this request was made before its handler was known.
    Object.assign(currentContext(), { idempotency });
    return true;
  }
}
