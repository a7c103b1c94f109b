/** What a command answers: kept with the idempotency key in the command's own transaction, and sent from there. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

interface AnswerHeaders {
  /** Version of the resource after the command; becomes its ETag. */
  readonly version?: number;
  readonly location?: string;
}

const answer = <Body>(status: number, body: Body, { version, location }: AnswerHeaders): Answer<Body> => ({
  status,
  headers: {
    ...(version !== undefined && { etag: `"${version}"` }),
    ...(location !== undefined && { location }),
  },
  body,
});

export const ok = <Body>(body: Body, headers: AnswerHeaders = {}): Answer<Body> => answer(200, body, headers);
export const created = <Body>(body: Body, headers: AnswerHeaders = {}): Answer<Body> => answer(201, body, headers);
/** Taken, but another service decides: its outcome shows later. */
export const accepted = <Body>(body: Body, headers: AnswerHeaders = {}): Answer<Body> => answer(202, body, headers);
