import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { describeField, type FieldSchema } from './field-schema.js';

// What a field of an event may be, in the words of the contracts. Every field must be there; where there is nothing to
// say it is null, so that a producer that forgets a field is noticed. Each says it twice at once: to the validator, and as
// JSON Schema for the published description.

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

const field = (schema: FieldSchema, ...rules: PropertyDecorator[]): PropertyDecorator =>
  all(describeField({ schema }), ...rules);

const parses = (parse: (text: string) => unknown, text: unknown): boolean => {
  if (typeof text !== 'string') return false;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

const NOT_BLANK = { type: 'string', pattern: '\\S' } as const;

/** The field may be null, but not absent. */
export const Nullable = (): PropertyDecorator =>
  all(
    describeField({ nullable: true }),
    ValidateIf((_, value) => value !== null),
  );

/** The field may be left out. */
export const MayBeAbsent = (): PropertyDecorator => all(describeField({ optional: true }), IsOptional());

/** A string that is not blank. */
export const Text = (): PropertyDecorator => field(NOT_BLANK, IsString(), Matches(/\S/));

export const TextList = (): PropertyDecorator =>
  field({ type: 'array', items: NOT_BLANK }, IsArray(), IsString({ each: true }), Matches(/\S/, { each: true }));

export const Uuid = (): PropertyDecorator => field({ type: 'string', format: 'uuid' }, IsUUID());

export const Sha256 = (): PropertyDecorator =>
  field({ type: 'string', pattern: '^[0-9a-f]{64}$' }, Matches(/^[0-9a-f]{64}$/));

/** An instant: ISO 8601 with its offset. */
export const InstantText = (): PropertyDecorator =>
  field(
    { type: 'string', format: 'date-time' },
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => parses((text) => Temporal.Instant.from(text), value),
        defaultMessage: () => '$property must be an ISO 8601 instant with its offset',
      },
    }),
  );

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day `YYYY-MM-DD` in Vietnam. Windows of days are half open: the day that ends one is outside. */
export const DayText = (): PropertyDecorator =>
  field(
    { type: 'string', format: 'date' },
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value) =>
          typeof value === 'string' && DAY.test(value) && parses((text) => Temporal.PlainDate.from(text), value),
        defaultMessage: () => '$property must be a day YYYY-MM-DD',
      },
    }),
  );

const whole = (min: number, max = Number.MAX_SAFE_INTEGER): PropertyDecorator =>
  field({ type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));

export const NaturalNumber = (): PropertyDecorator => whole(0);

/** A number of things, 1 or more. */
export const Count = (): PropertyDecorator => whole(1);

/** An amount in đồng. */
export const Amount = NaturalNumber;

/** A share in basis points: 10,000 is the whole. */
export const BasisPoints = (): PropertyDecorator => whole(0, 10_000);

export const Flag = (): PropertyDecorator => field({ type: 'boolean' }, IsBoolean());

export const OneOf = (words: readonly string[]): PropertyDecorator =>
  field({ type: 'string', enum: words }, IsIn(words));

export const EachOneOf = (words: readonly string[]): PropertyDecorator =>
  field({ type: 'array', items: { type: 'string', enum: words } }, IsArray(), IsIn(words, { each: true }));

export const JsonObject = (): PropertyDecorator => field({ type: 'object' }, IsObject());

export const Nested = (shape: () => new () => object): PropertyDecorator =>
  all(describeField({ shape }), IsObject(), ValidateNested(), Type(shape));

export const ListOf = (shape: () => new () => object): PropertyDecorator =>
  all(describeField({ shape, list: true }), IsArray(), ValidateNested({ each: true }), Type(shape));
