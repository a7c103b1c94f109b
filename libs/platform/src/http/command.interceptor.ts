import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, Observable } from 'rxjs';
import { currentContext, runInContext } from '../observability/request-context.js';
import type { Answer } from '../database/answer.js';
import type { PlatformCode } from '../refusals/platform-code.js';
import { fingerprintOf } from '../commands/commands.js';

const WITHOUT_KEY = 'motcua:without-idempotency-key';

/** For a POST that changes nothing (a calculation), or whose protocol has no place for the key (a platform's callback). */
export const WithoutIdempotencyKey = (): MethodDecorator =>
  applyDecorators(SetMetadata(WITHOUT_KEY, true), ApiExtension('x-without-idempotency-key', true));

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  'headers' in value &&
  'body' in value &&
  typeof value.status === 'number';

const keyOf = (request: FastifyRequest): string | undefined => {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' ? header.trim() : undefined;
};

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Demands the idempotency key of every POST that changes state, and writes a command's {@link Answer} to the wire. */
@Injectable()
export class CommandInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const send = map((result: unknown) => {
      if (!isAnswer(result)) return result;
      void reply.status(result.status).headers(result.headers);
      return result.body;
    });
    if (request.method === 'GET' || this.reflector.get<boolean | undefined>(WITHOUT_KEY, context.getHandler()))
      return next.handle().pipe(send);
    const key = keyOf(request);
    if (key === undefined && request.method !== 'POST') return next.handle().pipe(send);
    if (key === undefined || !KEY.test(key)) {
      throw new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REQUIRED', {}, [], {
        vi: 'Gửi một mã duy nhất cho yêu cầu này, ví dụ UUID, 1 đến 255 ký tự.',
        en: 'Send a key that is unique to this request, such as a UUID, of 1 to 255 characters.',
      });
    }
    const { actor, ...rest } = currentContext();
    const idempotency = {
      client: actor ? `${actor.clientId}:${actor.subject}` : 'anonymous',
      key,
      fingerprint: fingerprintOf(request.method, request.url, request.body),
    };
    return new Observable((subscriber) =>
      runInContext({ ...rest, ...(actor && { actor }), idempotency }, () =>
        next.handle().pipe(send).subscribe(subscriber),
      ),
    );
  }
}
