/** Why this story cannot be played here: a sentence that says what to do. */
export class CannotPlay extends Error {
  override readonly name = 'CannotPlay';
}
