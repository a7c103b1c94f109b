import { representationOf } from './representation-of.js';

const PAPER_FIRST = ['application/pdf', 'application/json'] as const;

describe('how a form is sent', () => {
  it.each([
    [undefined, 'application/pdf'],
    ['*/*', 'application/pdf'],
    ['application/pdf', 'application/pdf'],
    ['application/json', 'application/json'],
    ['text/html, application/json;q=0.9, */*;q=0.1', 'application/json'],
    ['application/pdf;q=0.5, application/json', 'application/json'],
    ['application/pdf;q=0, application/*', 'application/pdf'],
  ])('to who accepts %s as %s', (accept, expected) => expect(representationOf(accept, PAPER_FIRST)).toBe(expected));

  it('not at all to who accepts neither', () => {
    expect(() => representationOf('text/html', PAPER_FIRST)).toThrow(
      expect.objectContaining({ code: 'REQUEST.NOT_ACCEPTABLE' }),
    );
  });
});
