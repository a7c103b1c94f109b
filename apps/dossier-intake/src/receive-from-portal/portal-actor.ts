import type { Actor } from '@motcua/platform';

/** Who asks, where the national portal handed it over: the reach of a person has no say in it. */
export const NATIONAL_PORTAL: Actor = {
  subject: 'system:national-portal',
  clientId: 'national-portal',
  scopes: [],
  roles: [],
  name: 'Cổng Dịch vụ công quốc gia',
};
