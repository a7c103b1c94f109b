/** Our own grant: a token for a persona, without a password. It exists in development only. */
export const PERSONA_GRANT = 'urn:motcua:params:oauth:grant-type:persona';
/** Parameter of that grant: for whom the persona acts. */
export const REPRESENTS = 'represents';
export const DEVELOPMENT_CLIENT = 'motcua-development';
export const AGENCY_SYSTEM = 'agency-system';
/** The national portal, where it tells the province what citizens do. */
export const NATIONAL_PORTAL = 'national-portal';
