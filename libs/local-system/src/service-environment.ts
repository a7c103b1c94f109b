import type { Environment } from '@motcua/platform';
import type { DataFolder } from './data-folder/open-data-folder.js';
import type { Secrets } from '@motcua/development-issuer';
import type { LocalSystemConfig } from './local-system.config.js';

/** What the simulated payment platform knows us by, and the name of the secret shared with it. */
export const PAYMENT_PARTNER = 'MOTCUA-H48';
export const PAYMENT_SECRET = 'payment platform';

/** The name of the secret that is the token at the simulated receipt provider. */
export const RECEIPT_PROVIDER_TOKEN = 'receipt provider';

/** The account at the simulated national portal, and the name of the secret that is its password. */
export const PORTAL_ACCOUNT = { destination: 'VN:GOV:NPSP', username: 'motcua-h48', unit: 'H48' } as const;
export const PORTAL_PASSWORD = 'national portal account';

/** Names of the secrets shared with the simulated postal service: what senders present, and what signs its notices. */
export const POST_TOKEN = 'postal service token';
export const POST_SECRET = 'postal service notices';

interface Surroundings {
  readonly url: string;
  readonly issuer: string;
  readonly audience: string;
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly config: LocalSystemConfig;
  /** Where the national payment platform answers. */
  readonly paymentPlatform: string;
  /** Where the provider of electronic receipts answers. */
  readonly receiptProvider: string;
  /** Base of the national portal's exchange adapter. */
  readonly nationalPortal: string;
  /** Where the National Population Database answers. */
  readonly populationDatabase: string;
  /** Where the postal service answers. */
  readonly postalService: string;
  readonly given: Environment;
}

/** The settings of the services on one machine: what an operator of a province would write down, made from the data folder. */
export const serviceEnvironment = ({
  url,
  issuer,
  audience,
  folder,
  secrets,
  config,
  paymentPlatform,
  receiptProvider,
  nationalPortal,
  populationDatabase,
  postalService,
  given,
}: Surroundings): Environment => ({
  ...given,
  MOTCUA_PROFILE: 'development',
  MOTCUA_PUBLIC_URL: url,
  MOTCUA_OIDC_ISSUER: issuer,
  MOTCUA_OIDC_JWKS: `${issuer}/jwks`,
  MOTCUA_OIDC_AUDIENCE: audience,
  MOTCUA_HISTORY_KEY: secrets.of('history'),
  MOTCUA_IDENTITY_KEY: secrets.of('identity'),
  MOTCUA_STORY_CLOCK: folder.storyClock,
  MOTCUA_SEALING_KEY: secrets.of('sealing'),
  MOTCUA_FILES: folder.files,
  MOTCUA_SIGNER_FOLDER: folder.signer,
  ...(given['MOTCUA_SMTP_URL'] === undefined && { MOTCUA_MAIL_FOLDER: folder.mail }),
  // The catalogue has no seed called "none".
  MOTCUA_SEED: String(config.province !== 'none'),
  MOTCUA_PROVINCE: config.province === 'none' ? undefined : config.province,
  MOTCUA_PAYMENT_PLATFORM_URL: paymentPlatform,
  MOTCUA_PAYMENT_PARTNER: given['MOTCUA_PAYMENT_PARTNER'] ?? PAYMENT_PARTNER,
  MOTCUA_PAYMENT_SECRET: given['MOTCUA_PAYMENT_SECRET'] ?? secrets.of(PAYMENT_SECRET),
  MOTCUA_RECEIPT_PROVIDER_URL: receiptProvider,
  MOTCUA_RECEIPT_PROVIDER_TOKEN: given['MOTCUA_RECEIPT_PROVIDER_TOKEN'] ?? secrets.of(RECEIPT_PROVIDER_TOKEN),
  MOTCUA_PORTAL_URL: nationalPortal,
  MOTCUA_PORTAL_DESTINATION: given['MOTCUA_PORTAL_DESTINATION'] ?? PORTAL_ACCOUNT.destination,
  MOTCUA_PORTAL_USERNAME: given['MOTCUA_PORTAL_USERNAME'] ?? PORTAL_ACCOUNT.username,
  MOTCUA_PORTAL_PASSWORD: given['MOTCUA_PORTAL_PASSWORD'] ?? secrets.of(PORTAL_PASSWORD),
  MOTCUA_PORTAL_UNIT: given['MOTCUA_PORTAL_UNIT'] ?? PORTAL_ACCOUNT.unit,
  // The simulated portal is a part of the system's own address.
  MOTCUA_PORTAL_FILE_HOSTS: given['MOTCUA_PORTAL_FILE_HOSTS'] ?? new URL(url).host,
  MOTCUA_POPULATION_URL: populationDatabase,
  MOTCUA_POST_URL: postalService,
  MOTCUA_POST_TOKEN: given['MOTCUA_POST_TOKEN'] ?? secrets.of(POST_TOKEN),
  MOTCUA_POST_NOTICE_TOKEN: given['MOTCUA_POST_NOTICE_TOKEN'] ?? secrets.of(POST_SECRET),
  LOG_LEVEL: config.logLevel,
  LOG_FORMAT: config.logFormat,
});
