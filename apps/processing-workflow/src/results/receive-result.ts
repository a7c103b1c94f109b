import { Injectable } from '@nestjs/common';
import { type Answer, FilesConfig, FileStore, receiveUpload, type Upload } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { CaseReader } from '../access/case-reader.js';
import type { CaseCommand } from '../change/case-in-hand.js';
import { RESULT_TYPES } from '../printed-forms-04-to-07/media-types.js';

/** Takes a result file that an officer uploads for a case. */
@Injectable()
export class ReceiveResult {
  constructor(
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly cases: CaseReader,
  ) {}

  /** @param use stores the file, or leaves it to be thrown away */
  async from<Command extends CaseCommand>(
    request: FastifyRequest,
    command: Command,
    use: (command: Command, file: Upload) => Promise<Answer>,
  ): Promise<Answer> {
    // Officers who may not see the case send nothing into the store.
    await this.cases.find(command.actor, command.dossierId);
    const upload = await receiveUpload(request, this.files, { maxBytes: this.config.maxBytes, allowed: RESULT_TYPES });
    try {
      return await use(command, upload);
    } finally {
      await upload.discard();
    }
  }
}
