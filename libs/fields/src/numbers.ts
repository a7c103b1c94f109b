import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, Max, Min } from 'class-validator';
import { field, type FieldOptions } from './field.js';
import type { ListOptions } from './texts.js';

interface WholeOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** For parameters of the query, which arrive as text. */
  readonly fromText?: boolean;
}

/** A whole number from `min` (0) to `max` (2^53 − 1). */
export const Whole = ({
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  fromText = false,
  ...options
}: WholeOptions = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'integer', minimum: min, maximum: max } },
    IsInt(),
    Min(min),
    Max(max),
    ...(fromText
      ? [
          Transform(({ value }) =>
            typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : (value as unknown),
          ),
        ]
      : []),
  );

/** A list of `min` (0) to `max` (200) ordinals, which count from 1. */
export const OrdinalList = ({ min = 0, max = 200, ...options }: ListOptions = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'array', items: { type: 'integer', minimum: 1 }, minItems: min, maxItems: max } },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsInt({ each: true }),
    Min(1, { each: true }),
  );

/** A number of things, 1 or more. */
export const Count = (options: FieldOptions = {}): PropertyDecorator => Whole({ ...options, min: 1 });

/** An amount in đồng. */
export const Amount = (options: FieldOptions = {}): PropertyDecorator => Whole(options);

/** The most that comes or goes at once, in đồng. No sum of what comes leaves the whole numbers that are exact, nor an event. */
export const MOST_AT_ONCE = 999_999_999_999;

/** An amount in đồng that somebody says has come or is to go. A longer number is something else, such as a scanned code. */
export const AmountMoved = (options: FieldOptions & { readonly min?: number } = {}): PropertyDecorator =>
  Whole({ min: 1, ...options, max: MOST_AT_ONCE });

/** A share in basis points: 10,000 is the whole. */
export const BasisPoints = (options: FieldOptions = {}): PropertyDecorator => Whole({ ...options, max: 10_000 });

/** True or false; `fromText` for parameters of the query. */
export const Flag = ({
  fromText = false,
  ...options
}: FieldOptions & { readonly fromText?: boolean } = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'boolean' } },
    IsBoolean(),
    ...(fromText
      ? [Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))]
      : []),
  );
