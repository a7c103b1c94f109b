import { Refusal } from '@motcua/kernel';
import { ExpiredActivation } from './expired-activation.js';
import type { WorkflowCode } from '../../problems.js';

interface CscPlace {
  /** Base of the API, such as `https://signing.example.vn/csc/v2`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** For a signer who has to confirm on a telephone; a service that takes longer is away. */
const PATIENCE = 60_000;

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Services name it by a code of their own, or by the sentence of the specification. */
const isExpired = ({ error, error_description: text }: Answer['body']): boolean =>
  error === 'expired_sad' || /\bSAD\b.*\bexpired|\bexpired\b.*\bSAD\b/i.test(String(text));

const unavailable = (): Refusal<WorkflowCode> => new Refusal<WorkflowCode>('SIGNER.UNAVAILABLE');

/** Calls of a remote signing service (Cloud Signature Consortium API 2), under a token that is renewed when it ends. */
export class CscSession {
  private token: string | undefined;

  constructor(
    private readonly place: CscPlace,
    private readonly patience = PATIENCE,
  ) {}

  /** @throws Refusal SIGNER.UNAVAILABLE, SIGNER.REFUSED */
  async call(method: string, request: object): Promise<Answer['body']> {
    const first = await this.authorised(method, request);
    // The session ended meanwhile: one more try with a new one.
    if (first.status === 401) this.token = undefined;
    const { status, body } = first.status === 401 ? await this.authorised(method, request) : first;
    if (status === 200) return body;
    if (body['error'] === 'access_denied') throw new Refusal<WorkflowCode>('SIGNER.REFUSED');
    if (isExpired(body)) throw new ExpiredActivation();
    throw unavailable();
  }

  private async authorised(method: string, request: object): Promise<Answer> {
    this.token ??= await this.newToken();
    return this.post(method, JSON.stringify(request), {
      'content-type': 'application/json',
      authorization: `Bearer ${this.token}`,
    });
  }

  private async newToken(): Promise<string> {
    const { clientId, clientSecret } = this.place;
    const form = new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
    });
    const { status, body } = await this.post('oauth2/token', form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    if (status !== 200 || typeof body['access_token'] !== 'string') throw unavailable();
    return body['access_token'];
  }

  private async post(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
    try {
      const signal = AbortSignal.timeout(this.patience);
      const answer = await fetch(`${this.place.url}/${path}`, { method: 'POST', body, headers, signal });
      return { status: answer.status, body: (await answer.json()) as Answer['body'] };
    } catch {
      throw unavailable();
    }
  }
}
