import type { Json } from './scenario-client.js';

/** The procedure that is played, as the catalogue describes it. */
export interface ScenarioProcedure {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly variant: Json;
  readonly formSchema: Json;
  readonly subjects: readonly string[];
  readonly channel: 'online' | 'counter';
  readonly supplementPolicy: string;
  readonly competentAgency: string;
}
