import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Answer, cleanFileName, Commands, Database, FilesConfig, FileStore, type Upload } from '@motcua/platform';
import { CaseReader } from '../../access/case-reader.js';
import { CaseCommands } from '../../change/case-commands.js';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { PDF } from '../../printed-forms-04-to-07/media-types.js';
import { PrintResult } from '../../printed-forms-04-to-07/print-result.js';
import { listResults } from '../../persistence/case-results.js';
import { DocumentNumbers } from '../../persistence/document-numbers.js';
import { assertSignable } from '../../signing/assert-signable.js';
import { SignResults } from '../../signing/put-signatures.js';
import type { ResultView } from '../../views/result.view.js';
import { issuedResult } from '../issued-result.js';
import type { GenerateReplacementRequest } from './generate-replacement.request.js';
import { REPLACE_RESULT, type ReplaceResult } from './replace-result.js';
import type { ReplaceResultQuery } from './replace-result.query.js';

type OfResult = CaseCommand & Pick<ReplaceResult, 'n'>;

/** Results that take another's place: checked or printed, stored and signed before the case is locked. */
@Injectable()
export class ReplaceResults {
  constructor(
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly commands: Commands,
    private readonly cases: CaseReader,
    private readonly caseCommands: CaseCommands,
    private readonly printResult: PrintResult,
    private readonly signing: SignResults,
  ) {}

  async upload(command: OfResult, file: Upload, about: ReplaceResultQuery): Promise<Answer> {
    await assertSignable(file);
    await file.store();
    const known = await this.commands.keptAnswer(file.sha256);
    if (known) return known;
    const { number } = await this.numberFor(command, about);
    return this.replace({ ...command, about, file, number }, file.sha256);
  }

  async generate(command: OfResult, about: GenerateReplacementRequest): Promise<Answer> {
    const known = await this.commands.keptAnswer();
    if (known) return known;
    const { state, old, number } = await this.numberFor(command, about);
    const { result_code: code, name, decision } = old;
    const recipient = await this.printResult.recipientOf(state);
    const pdf = await this.printResult.print(state, { code, name, decision }, about, { recipient, number });
    const { sha256, size } = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes });
    const file = { sha256, size, mediaType: PDF, name: cleanFileName(`${code}.pdf`) };
    return this.replace({ ...command, about, file, number });
  }

  private async numberFor({ actor, dossierId, n }: OfResult, about: ReplaceResultQuery) {
    const { state } = await this.cases.find(actor, dossierId);
    const old = issuedResult(await listResults(this.database, dossierId), n);
    const wanted = { agency: state.terms.competentAgency, dossierId, resultCode: old.result_code };
    const number = await this.numbers.take({ ...wanted, typed: about.number, now: this.clock.now() });
    return { state, old, number };
  }

  private replace(command: ReplaceResult, content?: string): Promise<Answer<ResultView>> {
    return this.signing.whenSigned((signatures) =>
      this.caseCommands.run(REPLACE_RESULT, { ...command, ...(signatures && { signatures }) }, content),
    );
  }
}
