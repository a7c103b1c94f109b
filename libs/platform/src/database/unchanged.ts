import type { Answer } from './answer.js';

/** A decision that all is as it should be: answered, and nothing is written but the answer. */
export class Unchanged<Body = unknown> {
  constructor(readonly answer: Answer<Body>) {}
}
