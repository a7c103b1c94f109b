import type { Actor } from '@motcua/platform';
import { readersOf } from './readers-of.js';

const place = (code: string) => ({
  code,
  ancestors: code.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.')),
});
const actor = { subject: 'clerk', agency: 'H48.12', scopes: [], roles: [], clientId: 'x' } satisfies Actor;
const citizen = { subject: 'citizen', applicantRef: 'ref', scopes: [], roles: [], clientId: 'x' } satisfies Actor;

describe('whose list is walked', () => {
  it.each([
    ['the own agency, when nothing is asked', null, { readers: ['H48.12'], agency: null }],
    [
      'the own agency, when an agency above it is asked: all of its dossiers are there',
      'H48',
      { readers: ['H48.12'], agency: null },
    ],
    ['the agency asked for, when it is below the own', 'H48.12.1', { readers: ['H48.12.1'], agency: null }],
    [
      'the own agency, checking for the other, when neither is above',
      'H48.04',
      { readers: ['H48.12'], agency: 'H48.04' },
    ],
    [
      'the own agency, when the name of the other merely begins alike',
      'H48.1',
      { readers: ['H48.12'], agency: 'H48.1' },
    ],
  ])("an officer's is %s", (_, asked, expected) => {
    expect(
      readersOf(actor, 'agency', place('H48.12'), { agency: asked === null ? null : place(asked), status: undefined }),
    ).toEqual(expected);
  });

  it('those of all agencies of the register, for an officer of several (R23)', () => {
    const ofTwo = { ...actor, furtherAgencies: ['H48.07'] };
    const asking = (asked: string | null) =>
      readersOf(ofTwo, 'agency', place('H48.12'), { agency: asked === null ? null : place(asked), status: undefined });
    expect(asking(null)).toEqual({ readers: ['H48.12', 'H48.07'], agency: null });
    expect(asking('H48.07.1')).toEqual({ readers: ['H48.07.1'], agency: null });
    expect(asking('H48.04')).toEqual({ readers: ['H48.12', 'H48.07'], agency: 'H48.04' });
  });

  it("everyone's, or the agency's that is asked for, is an administrator's; a citizen's is the own", () => {
    expect(readersOf(actor, 'all', null, { agency: null, status: undefined })).toEqual({
      readers: 'everyone',
      agency: null,
    });
    expect(readersOf(actor, 'all', null, { agency: place('H48.04'), status: undefined })).toEqual({
      readers: ['H48.04'],
      agency: null,
    });
    expect(readersOf(citizen, 'own', null, { agency: null, status: 'draft' })).toEqual({
      readers: ['subject:citizen', 'ref'],
      agency: null,
    });
  });

  it("the author's alone is a list of drafts", () => {
    expect(readersOf(actor, 'agency', place('H48.12'), { agency: null, status: 'draft' })).toEqual({
      readers: ['subject:clerk'],
      agency: null,
    });
  });
});
