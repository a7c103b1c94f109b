import { readFile } from 'node:fs/promises';
import { Refusal } from '@motcua/kernel';
import { PDFDocument } from '@cantoo/pdf-lib';
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

/** A PDF that a signer will be able to sign. @throws Refusal CASE.RESULT_UNREADABLE, CASE.RESULT_SIGNED */
export async function assertSignable(path: string): Promise<void> {
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
