import { loadPersonas, mountedAt } from '@motcua/development-issuer';
import type { Handler } from '@motcua/platform';
import { illustrativePeople, populationHandler } from '@motcua/portal-simulator';

const PREFIX = 'population-database';

interface Simulation {
  readonly url: string;
  readonly mounted: Map<string, Handler>;
}

/** Puts a simulated National Population Database at the system's own address; it knows the citizens among the personas. */
export function simulatePopulationDatabase({ url, mounted }: Simulation): { readonly url: string } {
  mounted.set(PREFIX, mountedAt(PREFIX, populationHandler(illustrativePeople(loadPersonas()))));
  return { url: `${url}/${PREFIX}` };
}
