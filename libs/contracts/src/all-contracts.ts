import * as catalogue from './catalogue/index.js';
import * as intake from './intake/index.js';
import * as payment from './payment/index.js';
import * as portal from './portal/index.js';
import type { Contract } from './shared/contract.js';
import * as workflow from './workflow/index.js';

const isContract = (exported: unknown): exported is Contract =>
  typeof exported === 'function' && 'type' in exported && 'topic' in exported;

/** A producer's folder exports its events beside the shapes within them. */
const contractsIn = (folder: Readonly<Record<string, unknown>>): readonly Contract[] =>
  Object.values(folder).filter(isContract);

/** Every published event, by its producer: the folder that holds the class and its sample. */
export const CONTRACTS_BY_PRODUCER = {
  catalogue: contractsIn(catalogue),
  intake: contractsIn(intake),
  workflow: contractsIn(workflow),
  payment: contractsIn(payment),
  portal: contractsIn(portal),
} as const satisfies Record<string, readonly Contract[]>;

export type Producer = keyof typeof CONTRACTS_BY_PRODUCER;

export const ALL_CONTRACTS: readonly Contract[] = Object.values(CONTRACTS_BY_PRODUCER).flat();
