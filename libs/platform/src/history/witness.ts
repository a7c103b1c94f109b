import { createHmac, timingSafeEqual } from 'node:crypto';

/** The last line of a history of `source`, as a service that received its events has heard of it. */
export interface Witness {
  /** Name of the service whose history it is. */
  readonly source: string;
  readonly aggregate: string;
  readonly n: number;
  readonly hash: Buffer;
  readonly seal: Buffer;
}

/** With the receiver's key, which is not in the database: who can write rows cannot write one that agrees with a cut tail. */
export const sealWitness = (key: string, { source, aggregate, n, hash }: Omit<Witness, 'seal'>): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['motcua.history-witness.v1', source, aggregate, n, hash.toString('hex')]))
    .digest();

export function isGenuine(key: string, witness: Witness): boolean {
  const expected = sealWitness(key, witness);
  return witness.seal.length === expected.length && timingSafeEqual(witness.seal, expected);
}
