import { Refusal } from './refusal.js';

type NoteCode = 'NOTE.CLOSED' | 'NOTE.EMPTY';

describe('a refusal', () => {
  it('has a code of the union that is named where it is made', () => {
    const refusal: Refusal<NoteCode> = new Refusal<NoteCode>('NOTE.EMPTY', { note: 1 });
    expect(refusal.code).toBe('NOTE.EMPTY');
    expect(refusal.evidence).toEqual({ note: 1 });
    expect(refusal.message).toBe('NOTE.EMPTY');
  });

  it('takes the union from where it goes', () => {
    const closed = (): Refusal<NoteCode> => new Refusal('NOTE.CLOSED');
    expect(closed().code).toBe('NOTE.CLOSED');
  });

  it('does not compile with a code that no union has', () => {
    // @ts-expect-error no union is named
    expect(new Refusal('NOTE.LOST').code).toBe('NOTE.LOST');
    // @ts-expect-error the union does not have it
    expect(new Refusal<NoteCode>('NOTE.LOST').code).toBe('NOTE.LOST');
    // @ts-expect-error any text is no union
    expect(new Refusal<string>('NOTE.LOST').code).toBe('NOTE.LOST');
  });
});
