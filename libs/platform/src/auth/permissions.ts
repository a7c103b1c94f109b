/**
 * The one table of scopes × roles. A token may do what its scope names, if one of its roles appears beside the scope here.
 * `own`: only what is the caller's (as applicant or submitter). `receiving`: only what the caller's agency, or one below it,
 * receives; `office`: what it receives or took in; `agency`: what belongs to it. `all`: everything. What is absent is refused.
 */
export const ROLES = [
  'citizen',
  'clerk',
  'specialist',
  'leader',
  'cashier',
  'postal-clerk',
  'admin',
  'agency-system',
  'national-portal',
] as const;
export type Role = (typeof ROLES)[number];

/** How far a permission reaches. */
export type Reach = 'own' | 'receiving' | 'office' | 'agency' | 'all';

const everyone = {
  citizen: 'all',
  clerk: 'all',
  specialist: 'all',
  leader: 'all',
  cashier: 'all',
  'postal-clerk': 'all',
  admin: 'all',
  'agency-system': 'all',
} as const;
const agencyOfficers = { clerk: 'agency', specialist: 'agency', leader: 'agency' } as const;

export const PERMISSIONS = {
  'catalogue.read': everyone,
  'procedure.write': { admin: 'all' },
  'calendar.write': { admin: 'all' },
  'policy.write': { admin: 'all' },
  'agency.write': { admin: 'all' },
  'deadline.read': everyone,

  'dossier.read': {
    citizen: 'own',
    ...agencyOfficers,
    cashier: 'agency',
    'postal-clerk': 'office',
    admin: 'all',
    'agency-system': 'agency',
  },
  'dossier.submit': { citizen: 'own', clerk: 'office', 'postal-clerk': 'office', 'agency-system': 'office' },
  'dossier.withdraw': { citizen: 'own', clerk: 'office', 'agency-system': 'office' },
  'dossier.message': { citizen: 'own', ...agencyOfficers },
  'dossier.receive': { clerk: 'receiving' },
  'dossier.return': { clerk: 'office', 'postal-clerk': 'office' },
  'dossier.undo-return': { clerk: 'office', 'postal-clerk': 'office', leader: 'office' },

  'queue.take': { clerk: 'agency', 'agency-system': 'agency' },
  'queue.call': { clerk: 'agency' },

  'case.read': { ...agencyOfficers, admin: 'all' },
  'case.follow': { citizen: 'own', ...agencyOfficers, admin: 'all' },
  'case.work': { clerk: 'agency', specialist: 'agency', leader: 'agency' },
  'case.assign': { leader: 'agency' },
  'case.sign': { leader: 'agency' },
  'book.read': { clerk: 'agency', leader: 'agency', admin: 'all' },
  'deadline.recalculate': { leader: 'agency', admin: 'all' },
  'officer.write': { admin: 'all' },
  'process.write': { admin: 'all' },

  'payment.read': {
    citizen: 'own',
    clerk: 'agency',
    leader: 'agency',
    cashier: 'agency',
    admin: 'all',
    'agency-system': 'agency',
  },
  'payment.order': { citizen: 'own', clerk: 'agency', cashier: 'agency', 'agency-system': 'agency' },
  'payment.collect': { cashier: 'agency', clerk: 'agency' },
  'payment.reconcile': { cashier: 'agency', admin: 'all' },
  'cash.read': { clerk: 'agency', cashier: 'agency', leader: 'agency', admin: 'all' },
  'cash.keep': { clerk: 'agency', cashier: 'agency' },
  'cash.confirm': { leader: 'agency' },
  'ledger.read': { cashier: 'agency', leader: 'agency', admin: 'all' },
  'collector.read': { clerk: 'agency', leader: 'agency', cashier: 'agency', admin: 'all' },
  'collector.write': { leader: 'agency', admin: 'all' },
  'refund.read': { cashier: 'agency', leader: 'agency', admin: 'all' },
  'refund.approve': { leader: 'agency' },

  'notification.read': {
    citizen: 'own',
    clerk: 'own',
    specialist: 'own',
    leader: 'own',
    cashier: 'own',
    'postal-clerk': 'own',
    admin: 'all',
  },
  'notification.write': {
    citizen: 'own',
    clerk: 'own',
    specialist: 'own',
    leader: 'own',
    cashier: 'own',
    'postal-clerk': 'own',
    admin: 'all',
  },
  'template.write': { admin: 'all' },

  'report.read': { ...agencyOfficers, cashier: 'agency', admin: 'all', 'agency-system': 'agency' },
  'target.write': { admin: 'all' },

  'portal.deliver': { 'national-portal': 'all' },
  'portal.read': { 'national-portal': 'all', admin: 'all' },
  'portal.operate': { admin: 'all' },

  'event.operate': { admin: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Scope = keyof typeof PERMISSIONS;
export const SCOPES = Object.keys(PERMISSIONS) as Scope[];

const WIDEST: readonly Reach[] = ['all', 'agency', 'office', 'receiving', 'own'];

/** The widest reach that any of the roles has under the scope; undefined where none has any. */
export function reachOf(scope: Scope, roles: readonly Role[]): Reach | undefined {
  const cells: Partial<Record<Role, Reach>> = PERMISSIONS[scope];
  const reaches = roles.map((role) => cells[role]);
  return WIDEST.find((reach) => reaches.includes(reach));
}

/** The scopes that a role can make use of: what an identity provider would grant its holders. */
export const scopesOf = (role: Role): Scope[] => SCOPES.filter((scope) => reachOf(scope, [role]) !== undefined);
