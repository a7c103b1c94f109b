/** The schema is not there, or older than this program. */
export class HistoryUnreadable extends Error {
  override readonly name = 'HistoryUnreadable';
}
