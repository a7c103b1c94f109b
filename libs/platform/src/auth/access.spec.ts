import type { Actor } from './actor.js';
import { assertReach, couldReach, mayReach, owns, permittedReach } from './access.js';

const CITIZEN: Actor = {
  subject: 'citizen',
  clientId: 'portal',
  scopes: ['dossier.read', 'dossier.withdraw'],
  roles: ['citizen'],
  applicantRef: 'hash-of-a-number',
};
const CLERK: Actor = {
  subject: 'clerk',
  clientId: 'office',
  scopes: ['dossier.read', 'dossier.withdraw'],
  roles: ['clerk'],
  agency: 'H48.12',
};
const ADMIN: Actor = { subject: 'admin', clientId: 'office', scopes: ['dossier.read'], roles: ['admin'] };
const HERE = { agencies: ['H48.12', 'H48'] };
const ELSEWHERE = { agencies: ['H48.04', 'H48'] };

describe('whose a resource is', () => {
  it('is the caller’s own who is named by it, or acts for whom it names', () => {
    expect(owns(CITIZEN, { ...HERE, applicantRef: 'hash-of-a-number' })).toBe(true);
    expect(owns(CITIZEN, { ...HERE, applicantRef: 'hash-of-another' })).toBe(false);
    const representative = { ...CITIZEN, representedRefs: ['hash-of-another'] };
    expect(owns(representative, { ...HERE, applicantRef: 'hash-of-another' })).toBe(true);
    expect(owns(CITIZEN, { ...HERE, applicantRef: null })).toBe(false);
  });

  it('is the citizen’s who handed it in; the officer’s who entered it only as long as no agency has it', () => {
    expect(owns(CITIZEN, { ...HERE, submittedBy: 'citizen' })).toBe(true);
    expect(owns(CITIZEN, { ...HERE, submittedBy: 'other' })).toBe(false);
    expect(owns(CLERK, { agencies: [], submittedBy: 'clerk' })).toBe(true);
    expect(owns(CLERK, { ...HERE, submittedBy: 'clerk' })).toBe(false);
  });
});

describe('who has a part in a resource', () => {
  it('reaches it under the scopes of that part, and under no other', () => {
    const shared = { ...ELSEWHERE, parties: [{ ref: 'hash-of-a-number', scopes: ['dossier.read'] as const }] };
    expect(mayReach(CITIZEN, 'dossier.read', shared)).toBe(true);
    expect(mayReach(CITIZEN, 'dossier.withdraw', shared)).toBe(false);
    expect(mayReach({ ...CITIZEN, applicantRef: 'hash-of-another' }, 'dossier.read', shared)).toBe(false);
  });
});

describe('an officer of several agencies', () => {
  it('reaches what concerns any of them, and nothing of others (R23)', () => {
    const ofTwo = { ...CLERK, furtherAgencies: ['H48.04'] };
    expect(mayReach(CLERK, 'dossier.read', ELSEWHERE)).toBe(false);
    expect(mayReach(ofTwo, 'dossier.read', ELSEWHERE)).toBe(true);
    expect(mayReach(ofTwo, 'dossier.read', { agencies: ['H48.05', 'H48'] })).toBe(false);
  });
});

describe('what a token permits', () => {
  it('asks for the scope and for a role that may use it', () => {
    expect(permittedReach(CITIZEN, 'dossier.read')).toBe('own');
    expect(permittedReach(ADMIN, 'dossier.read')).toBe('all');
    const forbidden: unknown = expect.objectContaining({ code: 'ACCESS.FORBIDDEN' });
    expect(() => permittedReach({ ...CITIZEN, scopes: [] }, 'dossier.read')).toThrow(forbidden as Error);
    expect(() => permittedReach({ ...CITIZEN, roles: ['admin'] }, 'dossier.withdraw')).toThrow(forbidden as Error);
  });

  it('reaches all, the own, or what an agency of its subtree has', () => {
    expect(mayReach(ADMIN, 'dossier.read', ELSEWHERE)).toBe(true);
    expect(mayReach(CITIZEN, 'dossier.read', { ...HERE, submittedBy: 'citizen' })).toBe(true);
    expect(mayReach(CITIZEN, 'dossier.read', HERE)).toBe(false);
    expect(mayReach(CLERK, 'dossier.read', HERE)).toBe(true);
    expect(mayReach(CLERK, 'dossier.read', ELSEWHERE)).toBe(false);
    expect(mayReach({ ...CLERK, agency: 'H48' }, 'dossier.read', ELSEWHERE)).toBe(true);
  });

  it('reaches from an office what it handed in or receives, and not what it only works on', () => {
    expect(mayReach(CLERK, 'dossier.withdraw', { ...HERE, offices: ['H48.12', 'H48'] })).toBe(true);
    expect(mayReach(CLERK, 'dossier.withdraw', { ...HERE, offices: ['H48.04', 'H48'] })).toBe(false);
    expect(mayReach(CLERK, 'dossier.withdraw', HERE)).toBe(false);
  });

  it('receives only in the receiving agency or one above it, whoever handed it in', () => {
    const receiver: Actor = { ...CLERK, scopes: ['dossier.receive'] };
    expect(mayReach(receiver, 'dossier.receive', { ...HERE, receiving: ['H48.12', 'H48'] })).toBe(true);
    expect(mayReach(receiver, 'dossier.receive', { ...HERE, receiving: ['H48.04', 'H48'] })).toBe(false);
    expect(mayReach(receiver, 'dossier.receive', { agencies: [], submittedBy: 'clerk' })).toBe(false);
  });

  it('could reach nothing without the scope or the role, and says so without an error', () => {
    expect(couldReach(CLERK, 'dossier.read', HERE)).toBe(true);
    expect(couldReach(CLERK, 'dossier.read', ELSEWHERE)).toBe(false);
    expect(couldReach({ ...CLERK, scopes: [] }, 'dossier.read', HERE)).toBe(false);
    expect(couldReach({ ...CLERK, roles: [] }, 'dossier.read', HERE)).toBe(false);
  });

  it('answers another’s resource as if it did not exist', () => {
    expect(() => assertReach(CLERK, 'dossier.read', ELSEWHERE)).toThrow(
      expect.objectContaining({ code: 'RESOURCE.NOT_FOUND' }) as Error,
    );
    expect(() => assertReach(CLERK, 'dossier.read', HERE)).not.toThrow();
  });
});
