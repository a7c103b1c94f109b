import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Answer, cleanFileName, Commands, Database, FilesConfig, FileStore, type Upload } from '@motcua/platform';
import { CaseReader } from '../../access/case-reader.js';
import { CaseCommands } from '../../change/case-commands.js';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { PrintResult } from '../../papers/print-result.js';
import { listResults } from '../../persistence/case-results.js';
import { assertSignable } from '../../signing/assert-signable.js';
import { SignResults } from '../../signing/sign-results.js';
import type { ResultView } from '../../views/result.view.js';
import { numberOfResult } from '../number-of-result.js';
import { issuedResult } from '../issued-result.js';
import type { GenerateReplacementRequest } from './generate-replacement.request.js';
import { REPLACE_RESULT, type ReplaceResult } from './replace-result.js';
import type { ReplaceResultQuery } from './replace-result.query.js';

type OfResult = CaseCommand & Pick<ReplaceResult, 'n'>;

const PDF = 'application/pdf';

/** Results that take another's place: checked or printed, stored and signed before the case is locked. */
@Injectable()
export class ReplaceResults {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly commands: Commands,
    private readonly cases: CaseReader,
    private readonly caseCommands: CaseCommands,
    private readonly printResult: PrintResult,
    private readonly signing: SignResults,
  ) {}

  async upload(command: OfResult, file: Upload, about: ReplaceResultQuery): Promise<Answer<ResultView>> {
    await assertSignable(file.path);
    await file.keep();
    const { state } = await this.cases.find(command.actor, command.dossierId);
    const results = await listResults(this.database, command.dossierId);
    const number = about.number ?? numberOfResult(state, results.length);
    return this.replace({ ...command, about, file, number }, file.sha256);
  }

  async generate(command: OfResult, about: GenerateReplacementRequest): Promise<Answer> {
    const known = await this.commands.keptAnswer();
    if (known) return known;
    const { state } = await this.cases.find(command.actor, command.dossierId);
    const results = await listResults(this.database, command.dossierId);
    const { result_code: code, name } = issuedResult(results, command.n);
    const number = about.number ?? numberOfResult(state, results.length);
    const pdf = await this.printResult.print(state, { code, name }, about, number);
    const { sha256, size } = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes });
    const file = { sha256, size, mediaType: PDF, name: cleanFileName(`${code}.pdf`) };
    return this.replace({ ...command, about, file, number });
  }

  private replace(command: ReplaceResult, content?: string): Promise<Answer<ResultView>> {
    return this.signing.whenSigned((signatures) =>
      this.caseCommands.run(REPLACE_RESULT, { ...command, ...(signatures && { signatures }) }, content),
    );
  }
}
