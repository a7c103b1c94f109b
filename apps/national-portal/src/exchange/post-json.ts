import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { RawAnswer } from './portal-answer.js';
import { TimedOut } from './timed-out.js';

/** More than any list that the portal has, and less than this process. */
const LONGEST_BYTES = 64 * 1024 * 1024;

const DECODERS: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The content, though nobody asked for a compressed one. */
function contentOf(response: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const decoder = DECODERS[encoding]?.();
  if (!decoder) return response as AsyncIterable<Buffer>;
  response.once('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

/** A decoder for the charset that an answer names; UTF-8, as JSON is, where it names none that is known. */
function decoderFor(contentType: string | undefined): TextDecoder {
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '') ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of contentOf(response)) {
    size += chunk.length;
    if (size > LONGEST_BYTES) throw new RangeError('the answer is too long');
    chunks.push(chunk);
  }
  return decoderFor(response.headers['content-type']).decode(Buffer.concat(chunks));
}

/**
 * Posts JSON over connections that stay open, following no redirect. Plain `http`, because `fetch` costs as much as all the rest of
 * a record.
 */
export class JsonPoster {
  private readonly agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };

  /**
   * @param lingerMs so much longer a call that is not answered in time stays under way: who receives it may still be at it, and would
   * have the next one beside it
   * @throws TimedOut, or what broke the connection
   */
  post(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    timeoutMs: number,
    lingerMs = 0,
  ): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const isPlain = url.protocol === 'http:';
      const open = isPlain ? httpRequest : httpsRequest;
      const request = open(url, {
        method: 'POST',
        agent: this.agents[isPlain ? 'http:' : 'https:'],
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      // Of the whole call: an answer that never ends is none.
      let isLate = false;
      const giveUp = (): void => void request.destroy(new TimedOut('timed out'));
      let limit = setTimeout(() => {
        isLate = true;
        limit = setTimeout(giveUp, lingerMs);
      }, timeoutMs);
      const end = (settle: () => void): void => {
        clearTimeout(limit);
        settle();
      };
      const fail = (error: Error): void => end(() => reject(isLate ? new TimedOut('timed out') : error));
      request.once('response', (response) => {
        readText(response).then(
          (text) =>
            isLate
              ? fail(new TimedOut('timed out'))
              : end(() => resolve({ status: response.statusCode ?? 0, body: text })),
          (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
        );
      });
      // Also once it is settled: a connection may break at any time.
      request.on('error', fail);
      request.end(body);
    });
  }

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }
}
