/** The connection was lost after COMMIT was sent: whether it was done is not known here. The key of a command tells. */
export class CommitUnanswered extends Error {
  override readonly name = 'CommitUnanswered';

  constructor(cause: unknown) {
    super('the commit was not answered', { cause });
  }
}
