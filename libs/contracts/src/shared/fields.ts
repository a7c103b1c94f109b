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

// What a field of an event may be, in the words of the contracts. Every field must be there; where there is nothing to
// say it is null, so that a producer that forgets a field is noticed.

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

const parses = (parse: (text: string) => unknown, text: unknown): boolean => {
  if (typeof text !== 'string') return false;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The field may be null, but not absent. */
export const Nullable = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

/** The field may be left out. */
export const MayBeAbsent = (): PropertyDecorator => IsOptional();

/** A string that is not blank. */
export const Text = (): PropertyDecorator => all(IsString(), Matches(/\S/));

export const TextList = (): PropertyDecorator =>
  all(IsArray(), IsString({ each: true }), Matches(/\S/, { each: true }));

export const Uuid = (): PropertyDecorator => IsUUID();

export const Sha256 = (): PropertyDecorator => Matches(/^[0-9a-f]{64}$/);

/** An instant: ISO 8601 with its offset. */
export const InstantText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => parses((text) => Temporal.Instant.from(text), value),
      defaultMessage: () => '$property must be an ISO 8601 instant with its offset',
    },
  });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day `YYYY-MM-DD` in Vietnam. Windows of days are half open: the day that ends one is outside. */
export const DayText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) =>
        typeof value === 'string' && DAY.test(value) && parses((text) => Temporal.PlainDate.from(text), value),
      defaultMessage: () => '$property must be a day YYYY-MM-DD',
    },
  });

export const NaturalNumber = (): PropertyDecorator => all(IsInt(), Min(0), Max(Number.MAX_SAFE_INTEGER));

/** A number of things, 1 or more. */
export const Count = (): PropertyDecorator => all(IsInt(), Min(1), Max(Number.MAX_SAFE_INTEGER));

/** An amount in đồng. */
export const Amount = NaturalNumber;

/** A share in basis points: 10,000 is the whole. */
export const BasisPoints = (): PropertyDecorator => all(IsInt(), Min(0), Max(10_000));

export const Flag = (): PropertyDecorator => IsBoolean();

export const OneOf = (words: readonly string[]): PropertyDecorator => IsIn(words);

export const EachOneOf = (words: readonly string[]): PropertyDecorator => all(IsArray(), IsIn(words, { each: true }));

export const JsonObject = (): PropertyDecorator => IsObject();

export const Nested = (shape: () => new () => object): PropertyDecorator =>
  all(IsObject(), ValidateNested(), Type(shape));

export const ListOf = (shape: () => new () => object): PropertyDecorator =>
  all(IsArray(), ValidateNested({ each: true }), Type(shape));
