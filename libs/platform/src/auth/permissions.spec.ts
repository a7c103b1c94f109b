import { readFileSync } from 'node:fs';
import { mayReach, permittedReach } from './access.js';
import { type Actor, refsOfHolder } from './actor.js';
import { PERMISSIONS, type Reach, reachOf, type Role, ROLES, type Scope, SCOPES, scopesOf } from './permissions.js';

const actor = (role: Role, scope: Scope): Actor => ({
  subject: 'me',
  clientId: 'spec',
  scopes: [scope],
  roles: [role],
  agency: 'H48.12',
  applicantRef: 'my-ref',
});

const MINE = { applicantRef: 'my-ref', submittedBy: 'someone', agencies: ['H48', 'H48.30'] };
const OTHERS = { applicantRef: 'other-ref', submittedBy: 'someone' };
const OF_MY_AGENCY = { ...OTHERS, agencies: ['H48', 'H48.12', 'H48.12.1'] };
const HANDED_IN_HERE = { ...OF_MY_AGENCY, offices: ['H48', 'H48.12'] };
const RECEIVED_HERE = { ...HANDED_IN_HERE, receiving: ['H48', 'H48.12'] };
const FOREIGN = { applicantRef: 'other-ref', submittedBy: 'someone', agencies: ['H48', 'H48.30'] };

/** The table as the documentation shows it: read from there, so that a cell changed in one place only is noticed. */
const documented = new Map(
  readFileSync(new URL('../../../../docs/permissions.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [scope = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [scope.replaceAll('`', ''), cells] as const;
    }),
);
const cells = SCOPES.flatMap((scope) =>
  ROLES.map((role, column) => [scope, role, documented.get(scope)?.[column]] as const),
);

describe('the table of scopes and roles', () => {
  it('is documented whole', () => {
    expect([...documented.keys()].sort()).toEqual([...SCOPES].sort());
  });

  it('has no scope that no route requires', () => {
    const required = readFileSync(new URL('../../../../docs/api/openapi.json', import.meta.url), 'utf8');
    const unused = SCOPES.filter((scope) => !required.includes(`"x-required-scope": "${scope}"`));
    expect(unused).toEqual([]);
  });

  it.each(cells.filter(([, , cell]) => cell === '–'))('%s as %s reaches nothing: %s', (scope, role) => {
    const me = actor(role, scope);
    expect(reachOf(scope, [role])).toBeUndefined();
    expect(() => permittedReach(me, scope)).toThrow('ACCESS.FORBIDDEN');
    expect(() => mayReach(me, scope, MINE)).toThrow('ACCESS.FORBIDDEN');
  });

  it.each(cells.filter(([, , cell]) => cell !== '–'))('%s as %s reaches: %s', (scope, role, cell) => {
    expect(cell).toBeDefined();
    const expected = cell as Reach;
    const me = actor(role, scope);
    expect(reachOf(scope, [role])).toBe(expected);
    expect(mayReach(me, scope, MINE)).toBe(expected !== 'receiving');
    expect(mayReach(me, scope, OF_MY_AGENCY)).toBe(['agency', 'all'].includes(expected));
    expect(mayReach(me, scope, HANDED_IN_HERE)).toBe(['office', 'agency', 'all'].includes(expected));
    expect(mayReach(me, scope, RECEIVED_HERE)).toBe(expected !== 'own');
    expect(mayReach(me, scope, FOREIGN)).toBe(expected === 'all');
  });

  it('permits nothing to a role whose token was not granted the scope', () => {
    expect(() => permittedReach({ ...actor('admin', 'catalogue.read') }, 'procedure.write')).toThrow(
      'ACCESS.FORBIDDEN',
    );
  });

  it("is no officer's for ever that the officer has entered it, and is again the citizen's", () => {
    const clerk = { ...actor('clerk', 'dossier.read'), applicantRef: undefined } as unknown as Actor;
    const entered = { applicantRef: 'other-ref', submittedBy: 'me' };
    expect(mayReach(clerk, 'dossier.read', { ...entered, agencies: ['H48', 'H48.30'] })).toBe(false);
    expect(mayReach(clerk, 'dossier.read', { ...entered, agencies: ['H48', 'H48.12'] })).toBe(true);
    // An online draft belongs to no agency.
    expect(mayReach(clerk, 'dossier.read', { ...entered, agencies: [] })).toBe(true);
    const citizen = { subject: 'me', clientId: 'spec', scopes: ['dossier.read'], roles: ['citizen'] } as const;
    expect(mayReach(citizen, 'dossier.read', { ...entered, agencies: ['H48', 'H48.30'] })).toBe(true);
  });

  it('reaches as own what names any number of the person, or an organisation that the person acts for', () => {
    const person: Actor = {
      ...actor('citizen', 'dossier.read'),
      linkedRefs: ['old-ref'],
      representedRefs: ['company-ref'],
    };
    const reached = ['my-ref', 'old-ref', 'company-ref', 'other-ref'].map((applicantRef) =>
      mayReach(person, 'dossier.read', { applicantRef, submittedBy: 'someone', agencies: ['H48'] }),
    );
    expect(reached).toEqual([true, true, true, false]);
    expect(refsOfHolder(person, 'old-ref')).toEqual(['my-ref', 'old-ref']);
    expect(refsOfHolder(person, 'company-ref')).toEqual(['company-ref']);
    expect(refsOfHolder(person, 'other-ref')).toEqual([]);
  });

  it('gives the widest reach of several roles', () => {
    expect(reachOf('dossier.read', ['citizen', 'clerk'])).toBe('agency');
    expect(reachOf('dossier.read', ['citizen', 'admin', 'clerk'])).toBe('all');
  });

  it('grants each role the scopes that name it, and no other', () => {
    for (const role of ROLES) expect(scopesOf(role)).toEqual(SCOPES.filter((scope) => role in PERMISSIONS[scope]));
  });
});
