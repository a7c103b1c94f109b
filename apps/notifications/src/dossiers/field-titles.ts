import { pointerSegment } from '@motcua/kernel';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Titles of a JSON Schema's fields by JSON pointer into the form data. */
export function fieldTitles(schema: unknown, at = ''): Record<string, string> {
  if (!isObject(schema) || !isObject(schema['properties'])) return {};
  return Object.entries(schema['properties']).reduce<Record<string, string>>((titles, [name, field]) => {
    const pointer = `${at}/${pointerSegment(name)}`;
    const title = isObject(field) ? field['title'] : undefined;
    return {
      ...titles,
      ...(typeof title === 'string' && { [pointer]: title }),
      ...fieldTitles(field, pointer),
    };
  }, {});
}
