import { mountedAt, NATIONAL_PORTAL, NATIONAL_PORTAL_SECRET, type Secrets } from '@motcua/development-issuer';
import type { Handler } from '@motcua/platform';
import { appendChange, NationalPortal, portalHandler, readChanges } from '@motcua/portal-simulator';
import { PORTAL_ACCOUNT, PORTAL_PASSWORD } from '../service-environment.js';

const PREFIX = 'national-portal';

interface PortalSimulation {
  readonly url: string;
  readonly secrets: Secrets;
  /** Where it writes down what it holds, as the real one would its own. */
  readonly file: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated national portal at the system's own address, where no real one was given; `url` says where. */
export function simulateNationalPortal({ url, secrets, file, mounted }: PortalSimulation): NationalPortal {
  const portal = new NationalPortal({
    ...PORTAL_ACCOUNT,
    password: secrets.of(PORTAL_PASSWORD),
    province: {
      url,
      tokenUrl: `${url}/issuer/token`,
      clientId: NATIONAL_PORTAL,
      clientSecret: secrets.of(NATIONAL_PORTAL_SECRET),
      scope: 'portal.deliver portal.read',
    },
    known: readChanges(file),
    onChange: appendChange(file),
  });
  portal.url = `${url}/${PREFIX}`;
  mounted.set(PREFIX, mountedAt(PREFIX, portalHandler(portal)));
  return portal;
}
