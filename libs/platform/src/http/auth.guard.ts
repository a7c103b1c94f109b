import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../observability/request-context.js';
import { permittedReach } from '../auth/access.js';
import type { Actor } from '../auth/actor.js';
import type { Authenticator } from '../auth/authenticator.js';
import type { Scope } from '../auth/permissions.js';
import { ANY_TOKEN, PUBLIC, REQUIRED_SCOPE } from '../auth/requires.decorator.js';

type WithActor = FastifyRequest & { actor?: Actor };

/** Lets a request through when its token is valid and permits what the handler says it requires. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly authenticator: Authenticator) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    const anyToken = this.reflector.getAllAndOverride<boolean | undefined>(ANY_TOKEN, targets);
    if (scope === undefined && !anyToken)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say what it requires`);
    const request = context.switchToHttp().getRequest<WithActor>();
    const actor = await this.authenticator.authenticate(request.headers.authorization);
    if (scope !== undefined) permittedReach(actor, scope);
    request.actor = actor;
    // The context of this request was made before the token was read.
    Object.assign(currentContext(), { actor });
    return true;
  }
}

/** Who acts in this request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<WithActor>();
  if (!actor) throw new Error('a public handler has no actor');
  return actor;
});
