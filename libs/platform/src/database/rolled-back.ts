/** COMMIT was answered with ROLLBACK, as it is after a statement that failed: nothing was written. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}
