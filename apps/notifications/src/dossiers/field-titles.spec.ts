import { fieldTitles } from './field-titles.js';

describe('titles of form fields', () => {
  it('are found by JSON pointer, at any depth', () => {
    const schema = {
      type: 'object',
      properties: {
        address: { type: 'string', title: 'Địa chỉ' },
        owner: { type: 'object', title: 'Chủ đầu tư', properties: { 'a/b~c': { title: 'Mục lạ' }, plain: {} } },
      },
    };
    expect(fieldTitles(schema)).toEqual({
      '/address': 'Địa chỉ',
      '/owner': 'Chủ đầu tư',
      '/owner/a~1b~0c': 'Mục lạ',
    });
  });

  it('are none where the schema describes no object', () => {
    expect([
      fieldTitles({}),
      fieldTitles(null),
      fieldTitles({ properties: [] }),
      fieldTitles({ properties: { x: true } }),
    ]).toEqual([{}, {}, {}, {}]);
  });
});
