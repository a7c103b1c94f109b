import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { exampleOf } from './example-of-schema.js';

const folder = new URL('../../../apps/procedure-catalogue/seed/procedures/', import.meta.url);
const procedures = readdirSync(folder).map(
  (file) =>
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { code: string; version: { formSchema: object } },
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

describe('an example of a form', () => {
  it.each(procedures.map(({ code, version }) => [code, version.formSchema] as const))(
    'is accepted by the schema of %s',
    (_, schema) => {
      const validate = ajv.compile(schema);
      validate(exampleOf(schema));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('keeps to bounds, choices and what is required', () => {
    expect(
      exampleOf({
        type: 'object',
        required: ['year', 'kind', 'list', 'short'],
        properties: {
          year: { type: 'integer', minimum: 1990 },
          kind: { enum: ['a', 'b'] },
          list: { type: 'array', minItems: 2, items: { type: 'number', exclusiveMinimum: 0 } },
          short: { type: 'string', maxLength: 3, title: 'Họ tên' },
          left: { type: 'string' },
        },
      }),
    ).toEqual({ year: 1990, kind: 'a', list: [1, 1], short: 'Họ ' });
  });

  it('says when it knows none', () => {
    expect(() => exampleOf({ type: 'string', pattern: '^[α-ω]{40}$', title: 'X' })).toThrow('No example is known');
  });
});
