import { Refusal } from '@motcua/kernel';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { cleanFileName } from './file-name.js';
import type { FileLimits, FileStore, StagedFile } from './file-store.js';
import { sniffMediaType } from './media-type.js';
import { assertReadable } from './readable-file.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** An upload that arrived whole, staged: `store` it last in the transaction, `discard` it in a `finally`. */
export interface Upload extends StagedFile {
  /** As sniffed from the content. */
  readonly mediaType: string;
  /** As the sender calls it, without folders or control characters. */
  readonly name: string;
}

interface UploadRules extends FileLimits {
  /** Media types; those of papers when absent. `any`: what it is, whoever receives it finds out by reading it. */
  readonly allowed?: readonly string[] | 'any';
}

/** How long what is left of a refused upload is read and thrown away, so that its sender gets to read the answer. */
const DRAIN_MILLISECONDS = 30_000;

const ANY = 'application/octet-stream';

const oneFile = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('FILE.EXPECTED', {}, [], {
    vi: 'Phải gửi đúng một tệp, dạng multipart/form-data.',
    en: 'Send exactly one file, as multipart/form-data.',
  });

function drain(request: FastifyRequest): void {
  const { raw } = request;
  if (raw.complete || raw.destroyed) return;
  const giveUp = setTimeout(() => raw.destroy(), DRAIN_MILLISECONDS);
  giveUp.unref();
  raw.once('close', () => clearTimeout(giveUp));
  raw.unpipe();
  raw.resume();
}

function broken(error: unknown): never {
  throw (error as { statusCode?: number } | null)?.statusCode === undefined
    ? new Refusal<PlatformCode>('FILE.UPLOAD_BROKEN')
    : error;
}

type Files = AsyncIterableIterator<MultipartFile>;

function filesOf(request: FastifyRequest, { maxBytes }: UploadRules): Files {
  if (!request.isMultipart()) throw oneFile();
  // Two, so that a second one is seen and refused rather than dropped in silence.
  return request.files({ limits: { files: 2, fields: 10, fileSize: maxBytes + 1 }, throwFileSizeLimit: false });
}

async function assertNoOther(files: Files): Promise<void> {
  const other = await files.next().catch(broken);
  if (!other.done) throw oneFile();
}

/**
 * Streams the one file of a multipart request into the store's staging area. Nothing of it stays in memory, and nothing
 * of a refused or broken upload stays at all. The service says `uploads: true` in its definition.
 * @throws Refusal FILE.EXPECTED, FILE.TOO_LARGE, FILE.EMPTY, FILE.TYPE_NOT_ALLOWED, FILE.UNREADABLE, FILE.UPLOAD_BROKEN
 */
export async function receiveUpload(request: FastifyRequest, store: FileStore, rules: UploadRules): Promise<Upload> {
  try {
    const files = filesOf(request, rules);
    const first = await files.next().catch(broken);
    if (first.done) throw oneFile();
    const file = first.value;
    const staged = await store.stage(file.file, rules);
    try {
      await assertNoOther(files);
      const { allowed } = rules;
      const mediaType = allowed === 'any' ? ANY : await sniffMediaType(staged.path, allowed);
      await assertReadable(staged.path, mediaType);
      return { ...staged, mediaType, name: cleanFileName(file.filename) };
    } catch (error) {
      await staged.discard();
      throw error;
    }
  } catch (error) {
    drain(request);
    throw error;
  }
}
