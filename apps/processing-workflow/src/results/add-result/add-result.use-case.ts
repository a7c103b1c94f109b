import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Answer, cleanFileName, Commands, FilesConfig, FileStore, type Upload } from '@motcua/platform';
import { assertActionAllowed } from '@motcua/processing-domain';
import { CaseReader } from '../../access/case-reader.js';
import { CaseCommands } from '../../change/case-commands.js';
import type { CaseCommand } from '../../change/case-in-hand.js';
import { DocumentNumbers } from '../../persistence/document-numbers.js';
import { assertHoldsStill } from '../assert-holds-still.js';
import { ADD_RESULT, resultOf } from './add-result.js';
import type { AddResultQuery } from './add-result.query.js';
import { assertSignable } from '../../signing/assert-signable.js';
import type { GenerateResultRequest } from './generate-result.request.js';
import { PDF } from '../../printed-forms-04-to-07/media-types.js';
import { PrintResult } from '../../printed-forms-04-to-07/print-result.js';

/**
 * Uploaded and printed results. The file is checked and stored before the case is locked: a store that is slow delays
 * nobody else, and a file that is then refused is of no harm.
 */
@Injectable()
export class AddResults {
  constructor(
    private readonly numbers: DocumentNumbers,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly commands: Commands,
    private readonly cases: CaseReader,
    private readonly caseCommands: CaseCommands,
    private readonly printResult: PrintResult,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async upload(command: CaseCommand, file: Upload, about: AddResultQuery): Promise<Answer> {
    await assertSignable(file);
    await file.store();
    const known = await this.commands.keptAnswer(file.sha256);
    if (known) return known;
    const number = await this.numberFor(command, about);
    return this.caseCommands.run(ADD_RESULT, { ...command, about, file, number }, file.sha256);
  }

  async generate(command: CaseCommand, about: GenerateResultRequest): Promise<Answer> {
    const known = await this.commands.keptAnswer();
    if (known) return known;
    const { state } = await this.cases.find(command.actor, command.dossierId);
    const recipient = await this.printResult.recipientOf(state);
    const number = await this.numberFor(command, about);
    const result = resultOf(state, about.resultCode);
    const pdf = await this.printResult.print(state, result, about, { recipient, number });
    const { sha256, size } = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes });
    const file = { sha256, size, mediaType: PDF, name: cleanFileName(`${result.code}.pdf`) };
    return this.caseCommands.run(ADD_RESULT, { ...command, about, file, number });
  }

  /** From the register, once it is clear that the case takes a result of this kind. */
  private async numberFor({ actor, dossierId }: CaseCommand, about: AddResultQuery): Promise<string> {
    const { state } = await this.cases.find(actor, dossierId);
    assertActionAllowed(state, 'addResult');
    const { code: resultCode } = resultOf(state, about.resultCode);
    assertHoldsStill(about.validUntil, this.clock.now());
    const agency = state.terms.competentAgency;
    return this.numbers.take({ agency, dossierId, resultCode, typed: about.number, now: this.clock.now() });
  }
}
