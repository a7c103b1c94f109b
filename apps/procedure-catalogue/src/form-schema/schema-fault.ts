import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Why a JSON Schema (2020-12) of a form cannot be used; undefined when it compiles and describes an object. */
export function schemaFault(schema: Readonly<Record<string, unknown>>): string | undefined {
  // A compiler of its own for each schema: one that is kept would refuse a second schema of the same $id.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  try {
    ajv.compile(schema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return schema['type'] === 'object' ? undefined : '"type" must be "object"';
}
