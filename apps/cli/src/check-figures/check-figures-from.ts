import type { Environment } from '@motcua/platform';
import { findPlaces } from '../verify-history/find-places.js';
import { checkFigures, type FiguresChecked } from './check-figures.js';

/** Checks the figures of the system that these settings name. @throws ConfigurationFaults, CannotStart */
export async function checkFiguresFrom(environment: Environment): Promise<FiguresChecked> {
  const places = await findPlaces(environment, false);
  try {
    const urls = new Map(places.histories.map(({ service, url }) => [service, url]));
    return await checkFigures({ urlOf: (service) => urls.get(service)! });
  } finally {
    await places.close();
  }
}
