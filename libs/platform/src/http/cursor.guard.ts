import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CursorSigner } from './cursor-signer.js';

/** Lets through only cursors that this system gave for this list, and hands on what they say. */
@Injectable()
export class CursorGuard implements CanActivate {
  constructor(private readonly cursors: CursorSigner) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { query, url } = context.switchToHttp().getRequest<FastifyRequest>();
    const { cursor } = (query ?? {}) as { cursor?: unknown };
    if (typeof cursor === 'string') Object.assign(query as object, { cursor: this.cursors.verified(url, cursor) });
    return true;
  }
}
