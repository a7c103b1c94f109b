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

interface Required {
  readonly isPublic: boolean;
  readonly scope: Scope | undefined;
}

/** Lets a request through when its token is valid and permits what the handler says it requires. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly reflector = new Reflector();
  private readonly known = new WeakMap<object, Map<unknown, Required>>();

  /** @param complete what the service knows of who acts, beyond the token */
  constructor(
    private readonly authenticator: Authenticator,
    private readonly complete: (actor: Actor) => Actor | Promise<Actor> = (actor) => actor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const { isPublic, scope } = this.required(context);
    if (isPublic) return true;
    const request = context.switchToHttp().getRequest<WithActor>();
    const named = await this.authenticator.authenticate(request.headers.authorization);
    if (scope !== undefined) permittedReach(named, scope);
    const actor = await this.complete(named);
    request.actor = actor;
    // The context of this request was made before the token was read.
    Object.assign(currentContext(), { actor });
    return true;
  }

  /** As the handler says, or else its class. A handler that two classes inherit is each class's own. */
  private required(context: ExecutionContext): Required {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const ofClass = this.known.get(controller) ?? new Map<unknown, Required>();
    this.known.set(controller, ofClass);
    const known = ofClass.get(handler);
    if (known) return known;
    const said = <Value>(name: string): Value | undefined =>
      this.reflector.getAllAndOverride<Value | undefined>(name, [handler, controller]);
    const required = { isPublic: said<boolean>(PUBLIC) ?? false, scope: said<Scope>(REQUIRED_SCOPE) };
    if (!required.isPublic && required.scope === undefined && !said<boolean>(ANY_TOKEN))
      throw new Error(`${controller.name}.${handler.name} does not say what it requires`);
    ofClass.set(handler, required);
    return required;
  }
}

/** Who acts in this request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<WithActor>();
  if (!actor) throw new Error('a public handler has no actor');
  return actor;
});
