export type Class = new () => object;

/** A part of JSON Schema: what one field may be, of those that no class describes. */
export type FieldSchema = Readonly<Record<string, unknown>>;

/** What a text of a filter names: an entry of the catalogue, which a service has, or a copy of it. */
export type Named = 'agency' | 'field' | 'procedure';

/** What the decorator of one field says of it. */
export interface FieldDescription {
  /** Beside a shape: the limits of the list. */
  readonly schema?: FieldSchema;
  /** Class of a nested object, or of the elements of a list. */
  readonly shape?: () => Class;
  readonly list?: boolean;
  readonly names?: Named;
  /** Is never printed: see `Text`. */
  readonly onScreen?: boolean;
  readonly nullable?: boolean;
  readonly optional?: boolean;
}

const described = new WeakMap<object, Map<string, FieldDescription>>();

export const describeField =
  (description: FieldDescription): PropertyDecorator =>
  (prototype, name) => {
    const fields = described.get(prototype) ?? new Map<string, FieldDescription>();
    described.set(prototype, fields.set(String(name), description));
  };

/** The fields that a class itself declares, in the order in which they are written. */
export const fieldsOf = (shape: Class): ReadonlyMap<string, FieldDescription> =>
  described.get(shape.prototype as object) ?? new Map<string, FieldDescription>();
