import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Fault, pointerSegment, Refusal } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import type { PlatformCode } from '../refusals/platform-code.js';

/** PostgreSQL stores neither NUL nor half of a surrogate pair; no name, reason or form has any use for them. */
const isWellFormed = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const escape = (token: string): string => pointerSegment(token).replaceAll('\0', '').toWellFormed();

const fault = (pointer: string): Fault => ({
  pointer,
  code: 'TEXT_MALFORMED',
  detail: {
    vi: 'Có ký tự không dùng được (ký tự NUL hoặc nửa cặp thay thế Unicode).',
    en: 'Contains a character that no text has: NUL, or half of a surrogate pair.',
  },
});

/** Every text within a JSON value, keys included, that could not be stored. */
function malformedTexts(value: unknown, at = ''): Fault[] {
  if (typeof value === 'string') return isWellFormed(value) ? [] : [fault(at)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const pointer = `${at}/${escape(key)}`;
    return [...(isWellFormed(key) ? [] : [fault(pointer)]), ...malformedTexts(member, pointer)];
  });
}

/** Refuses, before anything reads it, text that could not be stored: in the body, the query and the path. */
@Injectable()
export class WellFormedTextGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { body, query, params } = context.switchToHttp().getRequest<FastifyRequest>();
    const parameters = [...malformedTexts(query), ...malformedTexts(params)];
    if (parameters.length > 0) throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, parameters);
    const faults = malformedTexts(body);
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    return true;
  }
}
