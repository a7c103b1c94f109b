import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type Fault, pointerSegment, Refusal } from '@motcua/kernel';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { Class } from '@motcua/fields';
import { constraintInVietnamese, unknownField } from './constraint-texts.js';
import type { KnownNames } from './known-names.js';
import { sizeFaults } from './size-faults.js';
import { writtenText } from './written-text.js';
import type { PlatformCode } from '../refusals/platform-code.js';

const codeOf = (constraint: string): string => constraint.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

const faultsOf = (errors: readonly ValidationError[], at = ''): Fault[] =>
  errors.flatMap((error) => {
    const pointer = `${at}/${pointerSegment(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, en]) =>
      constraint === 'whitelistValidation'
        ? unknownField(pointer)
        : { pointer, code: codeOf(constraint), detail: { vi: constraintInVietnamese(constraint, en), en } },
    );
    return [...own, ...faultsOf(error.children ?? [], pointer)];
  });

const isBuiltIn = (type: unknown): boolean =>
  type === undefined || type === String || type === Number || type === Boolean || type === Object || type === Array;

/** Of a body that is no JSON object, told at the root. */
export const NOT_AN_OBJECT: Fault = {
  pointer: '',
  code: 'IS_OBJECT',
  detail: { vi: 'Nội dung phải là một đối tượng JSON.', en: 'The body must be a JSON object.' },
};

/**
 * Checks body and parameters against their class. Every fault at once; what the class does not name is refused. What is
 * written is composed, and printable.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  constructor(private readonly names?: KnownNames) {}

  async transform(sent: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return sent;
    const { value, faults } = writtenText(sent, metatype && !isBuiltIn(metatype) ? (metatype as Class) : undefined);
    if (metatype === undefined || isBuiltIn(metatype)) return value;
    const code = type === 'body' ? 'REQUEST.INVALID' : 'REQUEST.PARAMETER_INVALID';
    const plain = value ?? (type === 'body' ? {} : value);
    if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
      throw new Refusal<PlatformCode>(code, {}, [NOT_AN_OBJECT]);
    const excess = sizeFaults(metatype as Class, plain);
    if (excess.length > 0) throw new Refusal<PlatformCode>(code, {}, excess);
    if (type === 'body' && faults.length > 0) throw new Refusal<PlatformCode>(code, {}, faults);
    const instance = plainToInstance(metatype, plain, { exposeDefaultValues: true }) as object;
    const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length > 0) throw new Refusal<PlatformCode>(code, {}, faultsOf(errors));
    const unknown = (await this.names?.faults(metatype as Class, instance)) ?? [];
    if (unknown.length > 0) throw new Refusal<PlatformCode>('REQUEST.NAMES_UNKNOWN', {}, unknown);
    return instance;
  }
}
