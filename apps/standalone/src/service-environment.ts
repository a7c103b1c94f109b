import type { Environment } from '@motcua/platform';
import type { DataFolder } from './data-folder/open-data-folder.js';
import type { Secrets } from './data-folder/secrets.js';
import type { StandaloneConfig } from './standalone.config.js';

export interface Surroundings {
  readonly url: string;
  readonly issuer: string;
  readonly audience: string;
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly config: StandaloneConfig;
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
  MOTCUA_FILES: folder.files,
  LOG_LEVEL: config.logLevel,
  LOG_FORMAT: config.logFormat,
});
