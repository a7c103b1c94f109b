import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { type Class, describeField, type FieldSchema, type Named } from './field-description.js';

export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  /** The field may be left out. */
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

interface Kind {
  readonly schema?: FieldSchema;
  /** Class of a nested object, or of the elements of a list. */
  readonly shape?: () => Class;
  readonly list?: boolean;
  /** What the text names: one that is not known is refused. */
  readonly names?: Named;
  readonly onScreen?: boolean;
  /** What OpenAPI says more. */
  readonly openApi?: FieldSchema;
}

// Swagger knows a type that is given late by the name of its function: it must be `type`.
const late = (type: () => Class) => ({ type: () => type() });

/**
 * One decorator says what a field is: to the validator, to OpenAPI and, for the published events, as JSON Schema, so
 * that they cannot disagree. A field is required and not null unless it says otherwise.
 */
export function field(
  { description, example, optional = false, nullable = false }: FieldOptions,
  { schema, shape, list = false, names, onScreen, openApi }: Kind,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator {
  const documented = {
    ...(shape && late(shape)),
    ...(list && { isArray: true }),
    ...schema,
    ...openApi,
    ...(names && { 'x-names': names }),
    // Becomes `type: […, "null"]` in the description, which is OpenAPI 3.1.
    ...(nullable && { nullable }),
    required: !optional,
    ...(description && { description }),
    ...(example !== undefined && { example }),
  };
  const absent = (value: unknown): boolean => (optional && value === undefined) || (nullable && value === null);
  const decorators = [
    describeField({
      ...(schema && { schema }),
      ...(shape && { shape }),
      ...(names && { names }),
      ...(onScreen && { onScreen }),
      list,
      nullable,
      optional,
    }),
    ApiProperty(documented),
    ValidateIf((_, value) => !absent(value)),
    ...rules,
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}
