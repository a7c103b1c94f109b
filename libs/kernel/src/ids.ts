import { randomUUIDv7 } from 'node:crypto';

/** A new UUID of version 7: unique everywhere and ordered by the time it was made, so that indexes stay compact. */
export const newId = (): string => randomUUIDv7();

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
