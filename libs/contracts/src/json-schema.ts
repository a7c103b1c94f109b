import { type Class, type FieldDescription, fieldsOf } from '@motcua/fields';

/** What the sources say in words of a class and of its fields. */
export interface Comment {
  readonly text?: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

export type Schema = Readonly<Record<string, unknown>>;

function orNull(schema: Schema): Schema {
  if (typeof schema['type'] !== 'string') return { oneOf: [schema, { type: 'null' }] };
  const { enum: words } = schema as { enum?: readonly unknown[] };
  return { ...schema, type: [schema['type'], 'null'], ...(words && { enum: [...words, null] }) };
}

const reference = (shape: Class): Schema => ({ $ref: `#/components/schemas/${shape.name}` });

function schemaOf({ schema, shape, list = false, nullable = false }: FieldDescription): Schema {
  const inner = shape ? reference(shape()) : (schema ?? {});
  const one = list ? { type: 'array', items: inner, ...(shape && schema) } : inner;
  return nullable ? orNull(one) : one;
}

const described = (schema: Schema, text: string | undefined): Schema =>
  text === undefined
    ? schema
    : '$ref' in schema
      ? { allOf: [schema], description: text }
      : { ...schema, description: text };

/** The JSON Schema of an event's data, or of a shape within it. Later versions may add fields, so others are allowed. */
export function jsonSchemaOf(shape: Class, comment: Comment | undefined): Schema {
  const fields = [...fieldsOf(shape)];
  return {
    type: 'object',
    ...(comment?.text !== undefined && { description: comment.text }),
    required: fields.filter(([, { optional }]) => optional !== true).map(([name]) => name),
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, described(schemaOf(field), comment?.fields[name])]),
    ),
  };
}

/** The shapes that an event's data is made of, each once, those within others too. */
export function shapesWithin(shape: Class, found: Set<Class> = new Set()): ReadonlySet<Class> {
  for (const { shape: inner } of fieldsOf(shape).values()) {
    const next = inner?.();
    if (!next || found.has(next)) continue;
    found.add(next);
    shapesWithin(next, found);
  }
  return found;
}
