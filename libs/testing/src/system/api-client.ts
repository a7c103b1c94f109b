import { randomUUID } from 'node:crypto';

interface ApiRequest {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The ETag seen. */
  readonly ifMatch?: string;
  /** Given by itself on a POST; `null` leaves it out. */
  readonly idempotencyKey?: string | null;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into whatever JSON comes back
export type Json = any;

export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly etag: string;
  readonly text: string;
}

/** Speaks to a running system over real HTTP, as another agency's system would. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly defaults: ApiRequest = {},
  ) {}

  /** The same client with another token, language and so on. */
  with(defaults: ApiRequest): ApiClient {
    return new ApiClient(this.url, {
      ...this.defaults,
      ...defaults,
      headers: { ...this.defaults.headers, ...defaults.headers },
    });
  }

  get(path: string, request: ApiRequest = {}): Promise<ApiResponse> {
    return this.send('GET', path, request);
  }

  post(path: string, body?: unknown, request: ApiRequest = {}): Promise<ApiResponse> {
    return this.send('POST', path, { body, ...request });
  }

  put(path: string, body: unknown, request: ApiRequest = {}): Promise<ApiResponse> {
    return this.send('PUT', path, { body, ...request });
  }

  patch(path: string, body: unknown, request: ApiRequest = {}): Promise<ApiResponse> {
    return this.send('PATCH', path, { body, ...request });
  }

  async send(method: string, path: string, request: ApiRequest = {}): Promise<ApiResponse> {
    const { body, token, headers, ifMatch, idempotencyKey } = { ...this.defaults, ...request };
    const key = idempotencyKey === undefined && method === 'POST' ? randomUUID() : idempotencyKey;
    const raw = typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && key !== null && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...this.defaults.headers,
        ...headers,
      },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as NonNullable<RequestInit['body']> }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : undefined,
      etag: response.headers.get('etag') ?? '',
      text,
    };
  }
}
