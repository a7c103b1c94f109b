/** The time of the run is up: what was begun is ended, and nothing new is begun. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}
