import { readFile } from 'node:fs/promises';
import { Refusal } from '@motcua/kernel';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Upload } from '@motcua/platform';
import { PDF, XML } from '../printed-forms-04-to-07/media-types.js';
import { isSigned } from './signature-field.js';
import type { WorkflowCode } from '../problems.js';

async function readPdf(path: string): Promise<PDFDocument | undefined> {
  try {
    const document = await PDFDocument.load(await readFile(path), { updateMetadata: false });
    return document.getPageCount() > 0 ? document : undefined;
  } catch {
    // Damaged or encrypted: whichever it is, nobody could sign it.
    return undefined;
  }
}

/** A file that a signer will be able to sign. @throws Refusal CASE.RESULT_UNREADABLE, CASE.RESULT_SIGNED */
export async function assertSignable({ path, mediaType }: Pick<Upload, 'path' | 'mediaType'>): Promise<void> {
  if (mediaType === XML) return assertWholeXml(path);
  // The end of an image was looked for when it came.
  if (mediaType === PDF) await assertSignablePdf(path);
}

const ELEMENT = /^<([\p{L}_][\p{L}\p{N}._:-]*)(?=[\s/>])/u;
const BEFORE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** The name of the outermost element; undefined where there is none. */
function rootOf(text: string): string | undefined {
  let rest = text.trimStart();
  for (;;) {
    const skipped = BEFORE_ROOT.find(([begin]) => rest.startsWith(begin));
    if (!skipped) return ELEMENT.exec(rest)?.[1];
    const end = rest.indexOf(skipped[1]);
    if (end < 0) return undefined;
    rest = rest.slice(end + skipped[1].length).trimStart();
  }
}

/** One element from its beginning to its end, in UTF-8, without a document type: what that would pull in nobody has signed. */
async function assertWholeXml(path: string): Promise<void> {
  const text = await readFile(path)
    .then((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    .catch(() => '');
  const root = rootOf(text);
  const end = text.trimEnd();
  const isWhole =
    root !== undefined && (end.endsWith(`</${root}>`) || /^<[^<]*\/>$/.test(end.slice(end.lastIndexOf('<'))));
  if (isWhole && !text.includes('<!DOCTYPE') && !text.includes('<!ENTITY')) return;
  throw new Refusal<WorkflowCode>('CASE.RESULT_UNREADABLE', {}, [], {
    vi: 'Tệp XML thiếu phần cuối, không phải UTF-8 hoặc có khai báo DOCTYPE nên không thể ký.',
    en: 'The XML is cut, not in UTF-8 or has a DOCTYPE, so it cannot be signed.',
  });
}

async function assertSignablePdf(path: string): Promise<void> {
  const document = await readPdf(path);
  if (!document) {
    throw new Refusal<WorkflowCode>('CASE.RESULT_UNREADABLE', {}, [], {
      vi: 'Tệp PDF bị hỏng, có mật khẩu hoặc không có trang nào nên không thể ký.',
      en: 'The PDF is damaged, encrypted or without a page, so it cannot be signed.',
    });
  }
  if (isSigned(document)) {
    throw new Refusal<WorkflowCode>('CASE.RESULT_SIGNED', {}, [], {
      vi: 'Tệp đã có chữ ký số; ký thêm ở đây sẽ làm hỏng chữ ký đó. Đề nghị tải lên bản chưa ký.',
      en: 'The file carries a signature that signing here would break. Upload it unsigned.',
    });
  }
}
