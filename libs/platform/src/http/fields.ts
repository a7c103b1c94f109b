import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isInstant } from './instant-text.js';

/**
 * One decorator says what a field is, to the validator and to OpenAPI alike, so that the two cannot disagree.
 * A field is required and not null unless it says otherwise.
 */
export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

const field = (
  options: FieldOptions,
  schema: Record<string, unknown>,
  ...rules: PropertyDecorator[]
): PropertyDecorator => {
  const { description, example, optional = false, nullable = false } = options;
  const documented = {
    ...schema,
    // Becomes `type: […, "null"]` in the description, which is OpenAPI 3.1.
    ...(nullable && { nullable }),
    required: !optional,
    ...(description && { description }),
    ...(example !== undefined && { example }),
  };
  const absent = (value: unknown): boolean => (optional && value === undefined) || (nullable && value === null);
  return applyDecorators(
    ApiProperty(documented),
    ValidateIf((_, value) => !absent(value)),
    ...rules,
  );
};

interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  readonly format?: string;
}

/** A text of `min` (1) to `max` (500) characters that is not only blanks. */
export const Text = ({ min = 1, max = 500, pattern, format, ...options }: TextOptions = {}): PropertyDecorator =>
  field(
    options,
    {
      type: 'string',
      minLength: min,
      maxLength: max,
      ...(pattern && { pattern: pattern.source }),
      ...(format && { format }),
    },
    IsString(),
    Length(min, max),
    ...(min > 0 ? [Matches(/\S/, { message: '$property must not be blank' })] : []),
    ...(pattern ? [Matches(pattern)] : []),
  );

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
    { type: 'integer', minimum: min, maximum: max },
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

/** True or false; `fromText` for parameters of the query. */
export const Flag = ({
  fromText = false,
  ...options
}: FieldOptions & { readonly fromText?: boolean } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'boolean' },
    IsBoolean(),
    ...(fromText
      ? [Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))]
      : []),
  );

export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', enum: [...values] }, IsIn([...values]));

/** An instant as ISO 8601 with offset, to the millisecond at most. */
export const InstantText = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-11-25T08:10:00+07:00', ...options },
    { type: 'string', format: 'date-time' },
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: () => '$property must be an ISO 8601 time with an offset, to the millisecond at most',
      },
    }),
  );

const isDay = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    // A day begins earlier in Vietnam than in UTC, and PostgreSQL's calendar has no year 0.
    return Temporal.PlainDate.from(value).toString() === value && value > '0001-01-01';
  } catch {
    return false;
  }
};

/** A date `YYYY-MM-DD` that exists. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-11-25', ...options },
    { type: 'string', format: 'date' },
    ValidateBy({
      name: 'isDay',
      validator: { validate: isDay, defaultMessage: () => '$property must be an existing date, YYYY-MM-DD' },
    }),
  );

export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'uuid' }, IsUUID());

/** Any JSON object, described elsewhere (a JSON Schema of the procedure, say). */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: true }, IsObject());

type Class = new () => object;

// Swagger knows a type that is given late by the name of its function: it must be `type`.
const late = (type: () => Class) => ({ type: () => type() });

export const Nested = (type: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  field(options, late(type), IsObject(), ValidateNested(), Type(type));

interface ListOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

export const ListOf = (type: () => Class, { min = 0, max = 200, ...options }: ListOptions = {}): PropertyDecorator =>
  field(
    options,
    { ...late(type), isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    // An array in the place of an object would be searched for faults, and have none.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

/** A list of texts, each one of `values` where those are given. */
export const TextList = ({
  min = 0,
  max = 200,
  values,
  ...options
}: ListOptions & { readonly values?: readonly string[] } = {}): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', ...(values && { enum: [...values] }) }, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Length(1, 500, { each: true }),
    ...(values ? [IsIn([...values], { each: true })] : []),
  );
