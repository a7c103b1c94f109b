import { readFileSync } from 'node:fs';
import { CONTRACTS_BY_PRODUCER } from './all-contracts.js';
import type { Contract } from './shared/contract.js';
import type { Plain } from './shared/plain.js';

const PREFIX = 'vn.motcua.';

/**
 * The sample of an event: what its producer's spec emits and every consumer's spec reads. Plain JSON, a new copy each
 * time. Throws where the contract is not one of ours.
 */
export function sampleOf<Data extends object>(contract: Contract<Data>): Plain<Data> {
  const producer = Object.entries(CONTRACTS_BY_PRODUCER).find(([, contracts]) =>
    contracts.some((known: Contract) => known === contract),
  )?.[0];
  if (!producer) throw new Error(`${contract.type} is not a contract of this package`);
  const file = new URL(`./${producer}/samples/${contract.type.slice(PREFIX.length)}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Plain<Data>;
}
