import { connect, type Socket } from 'node:net';

/** A request with one file, as a form has it. */
export function uploadRequest(
  path: string,
  headers: Readonly<Record<string, string>>,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Buffer {
  const boundary = 'of-the-bench';
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const all = {
    ...headers,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(body.byteLength),
  };
  const head = Object.entries(all).map(([header, value]) => `${header}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${head.join('')}\r\n`), body]);
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** The text of a request: with an empty body, or one of JSON; or of a GET. */
export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  json?: object,
): string {
  const body = json === undefined ? '' : JSON.stringify(json);
  const ofBody = { ...(body && { 'content-type': 'application/json' }), 'content-length': Buffer.byteLength(body) };
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${Object.entries({
    ...headers,
    ...(method !== 'GET' && ofBody),
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}

/**
 * One connection with one request in flight. Written by hand, because `fetch` costs as much as the server's own work, and
 * client and server share the machine.
 */
export class KeepAlive {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')));
    socket.on('error', (error) => this.waiting?.reject(error));
  }

  static open(url: string): Promise<KeepAlive> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new KeepAlive(socket)));
      socket.once('error', reject);
    });
  }

  send(request: string | Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnds = this.received.indexOf(END_OF_HEAD);
    if (headEnds < 0) return;
    const head = this.received.toString('latin1', 0, headEnds);
    const length = /\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.waiting?.reject(new Error(`an answer without content-length: ${head}`));
    const ends = headEnds + END_OF_HEAD.length + Number(length);
    if (this.received.length < ends) return;
    const body = this.received.toString('utf8', headEnds + END_OF_HEAD.length, ends);
    this.received = this.received.subarray(ends);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/** How many requests a second were answered, and how long each took in milliseconds. */
export interface Answered {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Sends `count` requests over so many connections. @throws Error where one is not answered with `status` */
export async function sendMany(
  url: string,
  connections: number,
  count: number,
  status: number,
  requestOf: (n: number) => string | Buffer,
): Promise<Answered> {
  const latencies: number[] = [];
  const clients = await Promise.all(Array.from({ length: connections }, () => KeepAlive.open(url)));
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (const n of numbers) {
        const sent = performance.now();
        const reply = await client.send(requestOf(n));
        latencies.push(performance.now() - sent);
        if (reply.status !== status) throw new Error(`request ${n} was answered ${reply.status}: ${reply.body}`);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const client of clients) client.close();
  return { perSecond: count / seconds, latencies };
}

export const requestsPerSecond = async (...asked: Parameters<typeof sendMany>): Promise<number> =>
  (await sendMany(...asked)).perSecond;
