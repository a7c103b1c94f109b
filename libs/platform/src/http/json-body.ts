import { type Fault, Refusal } from '@motcua/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ExceededJsonLimit, exceededJsonLimit } from './json-limits.js';
import type { PlatformCode } from '../refusals/platform-code.js';

// RFC 7396 patches are JSON by another name.
const MEDIA_TYPES = ['application/json', 'application/merge-patch+json'];

const DEPTH = 64;
const MEMBERS = 1_000;
/** A route that takes larger bodies takes more values: one for so many bytes of its limit. */
const BYTES_PER_NODE = 50;

const fault = (code: string, vi: string, en: string): Fault => ({ pointer: '', code, detail: { vi, en } });

const NOT_UTF8 = fault(
  'NOT_UTF8',
  'Nội dung không phải UTF-8; đề nghị chuyển mã sang UTF-8 rồi gửi lại.',
  'The body is not UTF-8; convert it to UTF-8 and send it again.',
);

const EXCEEDED: Readonly<Record<ExceededJsonLimit, Fault>> = {
  depth: fault(
    'TOO_DEEP',
    `Dữ liệu lồng nhau quá ${DEPTH} cấp.`,
    `Objects and lists are nested more than ${DEPTH} levels deep.`,
  ),
  nodes: fault(
    'TOO_MANY_VALUES',
    'Nội dung có quá nhiều giá trị; đề nghị chia thành nhiều yêu cầu.',
    'The body has too many values; split it into several requests.',
  ),
  members: fault(
    'TOO_MANY_MEMBERS',
    `Một đối tượng có quá ${MEMBERS} trường.`,
    `An object has more than ${MEMBERS} members.`,
  ),
};

const charsetOf = (contentType: string | undefined): string =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';

/** @throws Refusal REQUEST.MEDIA_TYPE, REQUEST.MALFORMED or REQUEST.TOO_LARGE, with what is wrong */
function textOf(bytes: Buffer, request: FastifyRequest): string {
  if (!['utf-8', 'utf8'].includes(charsetOf(request.headers['content-type'])))
    throw new Refusal<PlatformCode>('REQUEST.MEDIA_TYPE', {}, [NOT_UTF8]);
  const nodes = Math.floor(request.routeOptions.bodyLimit / BYTES_PER_NODE);
  const exceeded = exceededJsonLimit(bytes, { depth: DEPTH, nodes, members: MEMBERS });
  if (exceeded !== undefined) throw new Refusal<PlatformCode>('REQUEST.TOO_LARGE', {}, [EXCEEDED[exceeded]]);
  try {
    // A letter that is replaced would ruin a name for good, and nobody would be told.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal<PlatformCode>('REQUEST.MALFORMED', {}, [NOT_UTF8]);
  }
}

/** Reads JSON of every service: strictly UTF-8, and no more of it than a reader can afford. Other bodies are not taken. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser<Buffer>(MEDIA_TYPES, { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      void parse(request, textOf(bytes, request), done);
    } catch (error) {
      done(error as Error);
    }
  });
}
