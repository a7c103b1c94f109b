/** A calendar that is no file, or no JSON. */
export class CalendarUnreadable extends Error {
  constructor(
    readonly calendar: string,
    readonly reason: string,
  ) {
    super(`${calendar}: ${reason}`);
  }
}
