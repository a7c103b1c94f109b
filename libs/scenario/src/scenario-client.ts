import { randomUUID } from 'node:crypto';

/** What comes back over HTTP; bodies are looked into as a foreign system would. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of five services, looked into and compared
export type Json = any;

export interface ScenarioAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly etag: string;
  /** JSON, where it is JSON. */
  readonly body: Json;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ScenarioRequest {
  readonly method: string;
  /** Absolute, or a path of the system. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Made anew for each attempt: a form can be sent once only. */
  readonly body: (() => RequestInit['body']) | undefined;
}

/** How a request reaches the system; a spec puts in between what kills the system. */
export type Carrier = (request: ScenarioRequest) => Promise<ScenarioAnswer>;

export interface Sending {
  readonly json?: object;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
  /** The ETag seen. */
  readonly seen?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function readAnswer(response: Response): Promise<ScenarioAnswer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    etag: response.headers.get('etag') ?? '',
    body: isJson && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString('utf8')) : undefined,
    bytes,
  };
}

/** Sends once, to a system at `server`. */
export const direct =
  (server: string): Carrier =>
  async ({ method, path, headers, body }) =>
    readAnswer(await fetch(new URL(path, server), { method, headers, ...(body && { body: body() }) }));

/** Speaks to the system as the people of a story, each with a token of their own. */
export class ScenarioClient {
  private commands = 0;
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly server: string,
    private readonly tokenOf: (persona: string) => Promise<string>,
    private readonly carry: Carrier = direct(server),
    /** Begins every idempotency key. */
    private readonly run: string = randomUUID().slice(0, 8),
  ) {}

  get(persona: string | null, path: string, headers: Readonly<Record<string, string>> = {}): Promise<ScenarioAnswer> {
    return this.send(persona, 'GET', path, { headers });
  }

  /** A command carries a key of its own, the same however often the carrier has to send it. */
  post(persona: string | null, path: string, sending: Sending = {}): Promise<ScenarioAnswer> {
    this.commands += 1;
    const key = { 'idempotency-key': `${this.run}-${this.commands}` };
    return this.send(persona, 'POST', path, { ...sending, headers: { ...key, ...sending.headers } });
  }

  private async send(
    persona: string | null,
    method: string,
    path: string,
    { json, file, seen, headers }: Sending,
  ): Promise<ScenarioAnswer> {
    const authorization = persona !== null && { authorization: `Bearer ${await this.token(persona)}` };
    return this.carry({
      method,
      path,
      headers: {
        ...authorization,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(seen !== undefined && { 'if-match': seen }),
        ...headers,
      },
      body:
        json !== undefined
          ? () => JSON.stringify(json)
          : file &&
            (() => {
              const form = new FormData();
              form.append('file', new File([file.bytes], file.name));
              return form;
            }),
    });
  }

  private token(persona: string): Promise<string> {
    const known = this.tokens.get(persona) ?? this.tokenOf(persona);
    this.tokens.set(persona, known);
    return known;
  }
}
