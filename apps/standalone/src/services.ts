import type { ServiceDefinition } from '@motcua/platform';

/** Every service of the system, in the order in which they start: who publishes first comes first. */
export const SERVICES: readonly ServiceDefinition[] = [];
