import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import type { Class } from './field-description.js';
import { field, type FieldOptions } from './field.js';
import type { ListOptions } from './texts.js';

/** Any JSON object, described elsewhere (a JSON Schema of the procedure, say). */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { schema: { type: 'object' }, openApi: { additionalProperties: true } }, IsObject());

export const Nested = (shape: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { shape }, IsObject(), ValidateNested(), Type(shape));

/** A list of `min` (0) to `max` (200) objects. */
export const ListOf = (shape: () => Class, { min = 0, max = 200, ...options }: ListOptions = {}): PropertyDecorator =>
  field(
    options,
    { shape, list: true, schema: { minItems: min, maxItems: max } },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    // An array in the place of an object would be searched for faults, and have none.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** Objects, however many. */
export const AnyListOf = (shape: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  field(options, { shape, list: true }, IsArray(), ValidateNested({ each: true }), Type(shape));
