import type { Handler } from '@motcua/platform';
import type { Secrets } from './secrets.js';
import { quietly } from './quietly.js';
import { signingKeys } from './signing-keys.js';

/** Name of the secret that the national portal asks for tokens with. */
export const NATIONAL_PORTAL_SECRET = 'national-portal client';

/** What the tokens of a development system are for. */
export const AUDIENCE = 'https://motcua.example/api';

interface IssuerHome {
  /** As tokens name it: the system's address and `/issuer`. */
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are kept. */
  readonly folder: string;
  readonly secrets: Secrets;
  /** Of the client `national-portal`; one of the secrets where it is absent. */
  readonly nationalPortalSecret?: string | undefined;
}

/** The development issuer with the keys and secrets of a data folder. */
export const openIssuer = ({ issuer, audience, folder, secrets, nationalPortalSecret }: IssuerHome): Promise<Handler> =>
  quietly(async () => {
    const { createDevelopmentIssuer } = await import('./development-issuer.js');
    return createDevelopmentIssuer({
      issuer,
      audience,
      keys: await signingKeys(folder),
      cookieKey: secrets.of('issuer cookies'),
      agencySystemSecret: secrets.of('agency-system client'),
      nationalPortalSecret: nationalPortalSecret ?? secrets.of(NATIONAL_PORTAL_SECRET),
    });
  });
