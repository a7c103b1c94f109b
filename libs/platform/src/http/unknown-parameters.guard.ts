import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { type Fault, Refusal } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import { ANY_QUERY } from './any-query.decorator.js';
import type { PlatformCode } from '../refusals/platform-code.js';

type Handler = ReturnType<ExecutionContext['getHandler']>;

const fault = (name: string): Fault => ({
  pointer: `/${name}`,
  code: 'UNKNOWN_PARAMETER',
  detail: {
    vi: 'Địa chỉ này không nhận tham số đó; đề nghị bỏ hoặc kiểm tra tên tham số.',
    en: 'Nothing here takes this parameter; leave it out, or check its name.',
  },
});

/**
 * Refuses parameters of the query where a handler reads none; where it reads some, its query class refuses the unknown
 * ones. A misspelt filter that is ignored would answer with more than was asked for.
 */
@Injectable()
export class UnknownParametersGuard implements CanActivate {
  private readonly readers = new Map<Handler, boolean>();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http' || Reflect.hasMetadata(ANY_QUERY, context.getClass())) return true;
    const names = Object.keys((context.switchToHttp().getRequest<FastifyRequest>().query as object | undefined) ?? {});
    if (names.length > 0 && !this.readsQuery(context))
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, names.map(fault));
    return true;
  }

  private readsQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.readers.get(handler);
    if (known !== undefined) return known;
    const parameters =
      (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) as object | undefined) ?? {};
    const reads = Object.keys(parameters).some((key) => {
      const type: RouteParamtypes = Number(key.split(':')[0]);
      return type === RouteParamtypes.QUERY || type === RouteParamtypes.REQUEST;
    });
    this.readers.set(handler, reads);
    return reads;
  }
}
