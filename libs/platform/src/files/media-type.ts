import { Refusal } from '@motcua/kernel';
import { fileTypeFromFile } from 'file-type';
import type { PlatformCode } from '../refusals/platform-code.js';

/** What a paper may be. Macros, scripts, archives and programs are no papers. */
export const PAPER_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

/**
 * The media type by the content itself; what the sender declares is not believed.
 * @throws Refusal FILE.TYPE_NOT_ALLOWED when it is not one of `allowed`
 */
export async function sniffMediaType(path: string, allowed: readonly string[] = PAPER_TYPES): Promise<string> {
  // A file that claims a type and is malformed inside makes the parser fail: it is not of that type.
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found && allowed.includes(found.mime)) return found.mime;
  throw new Refusal<PlatformCode>('FILE.TYPE_NOT_ALLOWED', { found: found?.mime ?? null, allowed });
}
