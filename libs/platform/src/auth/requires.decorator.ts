import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Scope } from './permissions.js';

export const REQUIRED_SCOPE = 'motcua:required-scope';
export const PUBLIC = 'motcua:public';
export const ANY_TOKEN = 'motcua:any-token';

/** The scope that a token needs here. How far it then reaches is said by `PERMISSIONS`. */
export const Requires = (scope: Scope): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(REQUIRED_SCOPE, scope), ApiBearerAuth(), ApiExtension('x-required-scope', scope));

/** Any valid token will do. */
export const AnyToken = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ANY_TOKEN, true), ApiBearerAuth());

/** No token is needed: nothing here tells anything personal. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);
