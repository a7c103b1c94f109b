import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { type Answer, created, type Tx, type Upload, type PlatformCode } from '@motcua/platform';
import { assertActionAllowed, type CaseState, type NamedCode } from '@motcua/processing-domain';
import { PDFDocument } from 'pdf-lib';
import { type CaseCommand, ChangeCase } from '../../change/change-case.js';
import { addResult, listResults } from '../../persistence/case-results.js';
import { CaseStore } from '../../persistence/case-store.js';
import { isSigned } from '../../signing/signature-field.js';
import { assertHoldsStill } from './assert-holds-still.js';
import type { AddResultQuery } from './add-result.query.js';
import { resultView, type ResultView } from '../../views/result.view.js';
import type { WorkflowCode } from '../../problems.js';

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
async function assertSignable(path: string): Promise<void> {
  const document = await readPdf(path);
  if (!document) {
    throw new Refusal<WorkflowCode>('CASE.RESULT_UNREADABLE', {}, [], {
      vi: 'Tệp PDF bị hỏng, có mật khẩu hoặc không có trang nào nên không thể ký.',
      en: 'The PDF is damaged, encrypted or without a page, so it cannot be signed.',
    });
  }
  if (isSigned(document)) {
    throw new Refusal<WorkflowCode>('CASE.RESULT_SIGNED', {}, [], {
      vi: 'Tệp đã có chữ ký số; ký thêm ở đây sẽ làm hỏng chữ ký đó. Hãy tải bản chưa ký.',
      en: 'The file carries a signature that signing here would break. Upload it unsigned.',
    });
  }
}

/** The procedure's own result of that code. @throws Refusal CASE.RESULT_CODE_UNKNOWN */
export function resultOf({ terms }: CaseState, code: string | undefined): NamedCode {
  const allowed = terms.results;
  if (code === undefined) return allowed[0] ?? { code: 'KET-QUA', name: 'Kết quả giải quyết hồ sơ' };
  const result = allowed.find((one) => one.code === code);
  if (result) return result;
  throw new Refusal<WorkflowCode>('CASE.RESULT_CODE_UNKNOWN', { allowed: allowed.map((one) => one.code) }, [
    {
      pointer: '/resultCode',
      code: 'RESULT_CODE_UNKNOWN',
      detail: { vi: 'Thủ tục không có kết quả này.', en: 'The procedure has no such result.' },
    },
  ]);
}

/** The number of a result that was given none: the dossier's code, and which result of the case it is. */
export const numberOfResult = ({ code }: CaseState, earlier: number): string => `${code}/KQ${earlier + 1}`;

/** Puts a result file into the case, to be signed. Another file for the same result takes the place of an unsigned one. */
@Injectable()
export class AddResult {
  constructor(
    private readonly change: ChangeCase,
    private readonly cases: CaseStore,
  ) {}

  /** @param printedAs the number of ours that stands on the document already */
  async execute(
    tx: Tx,
    command: CaseCommand,
    file: Upload,
    about: AddResultQuery,
    printedAs?: string,
  ): Promise<Answer<ResultView>> {
    const { stored, officer, now } = await this.change.take(tx, command);
    const { state } = stored;
    assertActionAllowed(state, 'addResult');
    const result = resultOf(state, about.resultCode);
    assertHoldsStill(about.validUntil, now);
    await assertSignable(file.path);
    const rows = await listResults(tx, state.dossierId);
    if (printedAs !== undefined && printedAs !== numberOfResult(state, rows.length))
      throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
    const n = await addResult(tx, state.dossierId, {
      resultCode: result.code,
      name: about.name ?? result.name,
      number: about.number ?? numberOfResult(state, rows.length),
      validUntil: about.validUntil ?? null,
      file,
      addedBy: officer,
      addedAt: now,
    });
    const saved = await this.cases.save(
      tx,
      stored,
      { state, facts: [] },
      {
        at: now,
        actor: officer.subject,
        action: 'addResult',
        detail: { n, resultCode: result.code, sha256: file.sha256 },
      },
    );
    await file.keep();
    const row = (await listResults(tx, state.dossierId)).find((one) => one.n === n);
    if (!row) throw new Error('the result that was just added is not there');
    return created(resultView(row), {
      version: saved.version,
      location: `/workflow/v1/cases/${state.dossierId}/results/${n}`,
    });
  }
}
