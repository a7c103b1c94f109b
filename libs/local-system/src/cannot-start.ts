/** Why the system cannot start here: one sentence that says what to do. Shown without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
