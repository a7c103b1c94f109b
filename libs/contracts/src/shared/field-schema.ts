type Class = new () => object;

/** A part of JSON Schema: what one field of an event may be. */
export type FieldSchema = Readonly<Record<string, unknown>>;

/** What the decorators of one field say of it. */
export interface FieldDescription {
  readonly schema?: FieldSchema;
  /** Class of a nested object, or of the elements of a list. */
  readonly shape?: () => Class;
  readonly list?: boolean;
  readonly nullable?: boolean;
  readonly optional?: boolean;
}

const described = new WeakMap<object, Map<string, FieldDescription>>();

/** Adds to what is known of a field. */
export const describeField =
  (more: FieldDescription): PropertyDecorator =>
  (prototype, name) => {
    const fields = described.get(prototype) ?? new Map<string, FieldDescription>();
    described.set(prototype, fields.set(String(name), { ...fields.get(String(name)), ...more }));
  };

/** The fields of an event or of a shape within one, in the order in which they are written. */
export const fieldsOf = (shape: Class): ReadonlyMap<string, FieldDescription> =>
  described.get(shape.prototype as object) ?? new Map<string, FieldDescription>();
