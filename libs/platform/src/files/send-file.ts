import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.js';
import { contentDisposition, downloadName } from './file-name.js';
import type { FileStore } from './file-store.js';

/** What a service knows of a file it may send. */
export interface SendableFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/**
 * Sends a file with ranges (206, 416), its hash as ETag, and 304 when the client has it. The caller has authorised it,
 * and injects the reply with `@Res()`. Never `inline`: what citizens upload must not run as a page of ours.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  store: FileStore,
  file: SendableFile,
): Promise<void> {
  const { sha256, size, mediaType, name } = file;
  const etag = `"${sha256}"`;
  void reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-type': mediaType,
    'content-disposition': contentDisposition(downloadName(name, mediaType)),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const held = request.headers['if-none-match'];
  if (
    held !== undefined &&
    (held.trim() === '*' || held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
  ) {
    return void reply.status(304).send();
  }
  const condition = request.headers['if-range'];
  const range = condition === undefined || condition === etag ? byteRange(request.headers.range, size) : undefined;
  if (range === 'unsatisfiable') return void reply.status(416).header('content-range', `bytes */${size}`).send();
  const content = await store.open(sha256, range);
  void reply.header('content-length', range ? range.end - range.start + 1 : size);
  if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  void reply.send(content);
}
