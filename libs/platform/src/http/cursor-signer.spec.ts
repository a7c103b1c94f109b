import { encodeCursor } from '../database/keyset.js';
import { CursorSigner } from './cursor-signer.js';

const cursors = new CursorSigner('a secret of the province');
const CURSOR = encodeCursor(['2026-11-30T08:00:00Z', 'id']);
const LIST = '/intake/v1/dossiers?status=registered&agency=H48.12';
const signed = cursors.sign(LIST, CURSOR);

function refused(url: string, cursor: string): unknown {
  try {
    return cursors.verified(url, cursor);
  } catch (error) {
    return error;
  }
}

describe('the cursor of a page', () => {
  it('is taken again for the list that it was given for, in any order of the filters and any size of page', () => {
    expect(
      cursors.verified(`/intake/v1/dossiers?agency=H48.12&limit=7&cursor=${signed}&status=registered`, signed),
    ).toBe(CURSOR);
  });

  it.each([
    ['of a key that its sender made up', LIST, encodeCursor(['x', 'y'])],
    ['with one letter changed', LIST, `${signed.slice(0, -1)}${signed.endsWith('A') ? 'B' : 'A'}`],
    ['of another signature', LIST, new CursorSigner('another secret').sign(LIST, CURSOR)],
    ['for other filters', '/intake/v1/dossiers?status=registered&agency=H48.13', signed],
    ['for another list', '/workflow/v1/tasks?status=registered&agency=H48.12', signed],
    ['of no length', LIST, ''],
  ])('is refused %s', (_, url, cursor) => {
    expect(refused(url, cursor)).toMatchObject({
      code: 'REQUEST.PARAMETER_INVALID',
      faults: [{ pointer: '/cursor', code: 'CURSOR_INVALID' }],
    });
  });
});
