import { formFields } from './form-fields.js';

describe('the fields of a form that may be asked for', () => {
  it('are those that its schema names, also in its parts', () => {
    const parts = [{ properties: { 'so/ngay': {} } }, { properties: { ten: {} } }];
    const schema = { additionalProperties: false, properties: { ten: {}, diaChi: {} }, allOf: parts };
    expect(formFields(schema)).toEqual(['/formData/ten', '/formData/diaChi', '/formData/so~1ngay']);
  });

  it.each([{}, { properties: { ten: {} } }, { additionalProperties: false, patternProperties: { '^x': {} } }])(
    'are any where it takes any: %j',
    (schema) => expect(formFields(schema)).toBeNull(),
  );
});
