import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { field, type FieldOptions } from './field.js';
import type { Named } from './field-description.js';

interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  readonly format?: string;
  /** Is never printed: it may have what only a screen can show, such as emoji. */
  readonly onScreen?: boolean;
  /** Of a filter: what it names. A request that names none that is known is refused. */
  readonly names?: Named;
}

/** A text of `min` (1) to `max` (500) characters that is not only blanks. */
export const Text = ({
  min = 1,
  max = 500,
  pattern,
  format,
  names,
  onScreen,
  ...options
}: TextOptions = {}): PropertyDecorator =>
  field(
    options,
    {
      schema: {
        type: 'string',
        minLength: min,
        maxLength: max,
        ...(pattern && { pattern: pattern.source }),
        ...(format && { format }),
      },
      ...(names && { names }),
      ...(onScreen && { onScreen }),
    },
    IsString(),
    Length(min, max),
    ...(min > 0 ? [Matches(/\S/, { message: '$property must not be blank' })] : []),
    ...(pattern ? [Matches(pattern)] : []),
  );

const NOT_BLANK = { type: 'string', pattern: '\\S' } as const;

/** A text of any length that is not only blanks: who wrote it has limited it. */
export const AnyText = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { schema: NOT_BLANK }, IsString(), Matches(/\S/));

export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { schema: { type: 'string', enum: [...values] } }, IsIn([...values]));

export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { schema: { type: 'string', format: 'uuid' } }, IsUUID());

export const Sha256 = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } }, Matches(/^[0-9a-f]{64}$/));

export interface ListOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** A list of `min` (0) to `max` (200) texts, each one of `values` where those are given. */
export const TextList = ({
  min = 0,
  max = 200,
  values,
  ...options
}: ListOptions & { readonly values?: readonly string[] } = {}): PropertyDecorator =>
  field(
    options,
    {
      schema: {
        type: 'array',
        items: { type: 'string', ...(values && { enum: [...values] }) },
        minItems: min,
        maxItems: max,
      },
    },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Length(1, 500, { each: true }),
    ...(values ? [IsIn([...values], { each: true })] : []),
  );

/** Texts, however many: each an {@link AnyText}. */
export const AnyTextList = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'array', items: NOT_BLANK } },
    IsArray(),
    IsString({ each: true }),
    Matches(/\S/, { each: true }),
  );

/** Words, however many: each one of `values`. */
export const EachOneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { schema: { type: 'array', items: { type: 'string', enum: [...values] } } },
    IsArray(),
    IsIn([...values], { each: true }),
  );
