import { mountedAt, type Secrets } from '@motcua/development-issuer';
import type { Handler } from '@motcua/platform';
import { postalServiceHandler, savedOrders, saveOrdersIn, SimulatedPostalService } from '@motcua/portal-simulator';
import { POST_SECRET, POST_TOKEN } from '../service-environment.js';

const PREFIX = 'postal-service';

interface Simulation {
  readonly url: string;
  readonly secrets: Secrets;
  /** Where it keeps its orders, as the real one would its own. */
  readonly file: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated postal service at the system's own address, where no real one was given; `url` says where. */
export function simulatePostalService({ url, secrets, file, mounted }: Simulation): SimulatedPostalService {
  const service = new SimulatedPostalService({
    token: secrets.of(POST_TOKEN),
    secret: secrets.of(POST_SECRET),
    noticeUrl: `${url}/intake/v1/postal-service/notices`,
    known: savedOrders(file),
    onChange: saveOrdersIn(file),
  });
  service.url = `${url}/${PREFIX}`;
  mounted.set(PREFIX, mountedAt(PREFIX, postalServiceHandler(service)));
  return service;
}
