import type { VersionDefinition } from '../procedure/version-definition.js';

/** What the portal says in none of its forms, as it is taken until somebody decides otherwise. */
export const UNSAID = {
  competentAgencies: null,
  competentLevel: null,
  onlineLevelReason: null,
  legacyOnlineLevel: null,
  supplementPolicy: 'pause',
  supplementTermWorkingDays: 10,
  paymentPausesTerm: true,
  formSchema: { type: 'object' },
} as const satisfies Partial<VersionDefinition>;
