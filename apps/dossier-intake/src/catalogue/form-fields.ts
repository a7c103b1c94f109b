import { pointerSegment } from '@motcua/kernel';

interface Schema {
  readonly properties?: object;
  readonly additionalProperties?: unknown;
  readonly patternProperties?: unknown;
  readonly allOf?: readonly Schema[];
}

const ownFields = ({ properties = {}, allOf = [] }: Schema): string[] => [
  ...Object.keys(properties),
  ...allOf.flatMap(ownFields),
];

/** JSON pointers of the form's own fields, which may be asked for; null where its schema takes any. */
export function formFields(formSchema: object): string[] | null {
  const { additionalProperties, patternProperties } = formSchema as Schema;
  if (additionalProperties !== false || patternProperties !== undefined) return null;
  return [...new Set(ownFields(formSchema))].map((name) => `/formData/${pointerSegment(name)}`);
}
