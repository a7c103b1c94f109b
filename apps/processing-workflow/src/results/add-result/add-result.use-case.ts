import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Answer, cleanFileName, Commands, Database, FilesConfig, FileStore, type Upload } from '@motcua/platform';
import { assertActionAllowed } from '@motcua/processing-domain';
import { CaseReader } from '../../access/case-reader.js';
import { CaseCommands } from '../../change/case-commands.js';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { listResults } from '../../persistence/case-results.js';
import type { ResultView } from '../../views/result.view.js';
import { numberOfResult } from '../number-of-result.js';
import { ADD_RESULT, resultOf } from './add-result.js';
import type { AddResultQuery } from './add-result.query.js';
import { assertSignable } from '../../signing/assert-signable.js';
import type { GenerateResultRequest } from './generate-result.request.js';
import { PrintResult } from '../../papers/print-result.js';

export const PDF = 'application/pdf';

/**
 * Uploaded and printed results. The file is checked and stored before the case is locked: a store that is slow delays
 * nobody else, and a file that is then refused is of no harm.
 */
@Injectable()
export class AddResults {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly commands: Commands,
    private readonly cases: CaseReader,
    private readonly caseCommands: CaseCommands,
    private readonly printResult: PrintResult,
  ) {}

  async upload(command: CaseCommand, file: Upload, about: AddResultQuery): Promise<Answer<ResultView>> {
    await assertSignable(file.path);
    await file.keep();
    return this.caseCommands.run(ADD_RESULT, { ...command, about, file }, file.sha256);
  }

  async generate(command: CaseCommand, about: GenerateResultRequest): Promise<Answer> {
    const known = await this.commands.keptAnswer();
    if (known) return known;
    const { state } = await this.cases.find(command.actor, command.dossierId);
    assertActionAllowed(state, 'addResult');
    const result = resultOf(state, about.resultCode);
    // Printed before it is known that nobody else adds a result meanwhile: then it is refused and printed again.
    const ours = numberOfResult(state, (await listResults(this.database, state.dossierId)).length);
    const pdf = await this.printResult.print(state, result, about, about.number ?? ours);
    const { sha256, size } = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes });
    const file = { sha256, size, mediaType: PDF, name: cleanFileName(`${result.code}.pdf`) };
    const printedAs = about.number === undefined ? ours : undefined;
    return this.caseCommands.run(ADD_RESULT, { ...command, about, file, printedAs });
  }
}
