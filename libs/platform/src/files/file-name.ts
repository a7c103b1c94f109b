import { composed } from '@motcua/kernel';
import type { PAPER_TYPES } from './media-type.js';

const LONGEST = 200;

/** A sender's file name without folders, control characters and directions of writing; never empty. */
export function cleanFileName(name: string | undefined): string {
  const last =
    composed(name ?? '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const characters = Array.from(clean);
  return characters.length === 0 || /^\.+$/.test(clean) ? 'file' : characters.slice(-LONGEST).join('');
}

/** By media type: endings that say what the content is, the usual one first. */
const PAPER_ENDINGS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
} satisfies Record<(typeof PAPER_TYPES)[number], readonly string[]>;

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ...PAPER_ENDINGS,
  // Of results, and of what lies beside them.
  'application/xml': ['xml'],
  'application/pkcs7-signature': ['p7s'],
};

/**
 * The name under which a file is handed out: it ends as its content is. A desk opens a file by its name's ending, and a
 * document can be a program as well (`.hta`).
 */
export function downloadName(name: string, mediaType: string): string {
  const endings = ENDINGS[mediaType];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return endings === undefined || (ending !== undefined && endings.includes(ending)) ? name : `${name}.${endings[0]}`;
}

/** `Content-Disposition` of a download (RFC 6266): the plain name for old clients, the real one for the others. */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const plain = name
    .replaceAll(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w. -]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${real}`;
}
