export interface ProvinceAccess {
  /** Such as `https://motcua.example`; pushes go below `/portal/v1`. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** What came of one push. */
export interface Pushed {
  readonly path: string;
  readonly status: number;
  readonly answer: unknown;
}

const PATIENCE_MS = 60_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Tells the province, as a client with OAuth 2 client credentials. */
export class ProvinceClient {
  private token: { readonly value: string; readonly until: number } | undefined;

  constructor(public access: ProvinceAccess | undefined) {}

  async post(path: string, body: unknown, times = 1): Promise<Pushed> {
    let pushed = await this.send('POST', path, body);
    for (let sent = 1; sent < times; sent += 1) pushed = await this.send('POST', path, body);
    return pushed;
  }

  get(path: string): Promise<Pushed> {
    return this.send('GET', path);
  }

  private async send(method: string, path: string, body?: unknown): Promise<Pushed> {
    if (!this.access) return { path, status: 0, answer: 'no province is set' };
    try {
      const response = await this.ask(method, path, body);
      return { path, status: response.status, answer: parsed(await response.text()) };
    } catch (error) {
      return { path, status: 0, answer: error instanceof Error ? error.message : String(error) };
    }
  }

  private async ask(method: string, path: string, body: unknown): Promise<Response> {
    const call = async (): Promise<Response> =>
      fetch(`${this.access!.url}/portal/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${await this.currentToken()}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    const first = await call();
    if (first.status !== 401) return first;
    this.token = undefined;
    return call();
  }

  private async currentToken(): Promise<string> {
    if (this.token && this.token.until > Date.now()) return this.token.value;
    const { tokenUrl, clientId, clientSecret, scope } = this.access!;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== undefined && { scope }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { access_token: value, expires_in: seconds = 60 } = (await response.json()) as {
      access_token?: string;
      expires_in?: number;
    };
    if (value === undefined) throw new Error(`no token from ${tokenUrl} (${response.status})`);
    this.token = { value, until: Date.now() + (seconds - 30) * 1000 };
    return value;
  }
}
