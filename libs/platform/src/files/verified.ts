import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';

/**
 * Content as it is read, compared with the hash that names it. The last piece is held back until the hash is known, so
 * that whoever reads content that was changed or cut in the store gets less than was announced, and an error.
 */
export function verified(content: Readable, sha256: string): Readable {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  const check = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      const before = held;
      held = chunk;
      done(null, before);
    },
    flush: (done) => {
      if (hash.digest('hex') === sha256) return done(null, held);
      done(new Error(`the store has other content under ${sha256}`));
    },
  });
  // The reader of `check` hears of the error.
  pipeline(content, check, () => undefined);
  return check;
}
