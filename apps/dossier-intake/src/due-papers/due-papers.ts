import { Injectable } from '@nestjs/common';
import { newId } from '@motcua/kernel';
import { type Actor, type Answer, FilesConfig, FileStore, languageOf, receiveUpload } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { Dossiers } from '../change/dossiers.js';
import type { PaperOfDue } from './attach-paper.js';

const IN_VIETNAMESE = languageOf(undefined);

interface Attached {
  readonly id: string;
  readonly number: number;
  readonly actor: Actor;
  readonly request: FastifyRequest;
}

/** Takes in the papers about what is due: notices, and proofs of payment. */
@Injectable()
export class DuePapers {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly store: FileStore,
    private readonly config: FilesConfig,
  ) {}

  /** @throws Refusal */
  async attach(paper: PaperOfDue, { id, number, actor, request }: Attached): Promise<Answer> {
    // Before anything is streamed: a stranger's upload is not taken in at all.
    await this.dossiers.see(id, actor, paper.scope);
    const upload = await receiveUpload(request, this.store, this.config);
    try {
      const stored = await this.dossiers.wouldAllow(id, (seen) => paper.assertDue(seen, number));
      if (stored) await upload.store();
      const { sha256, size, mediaType, name } = upload;
      const common = { id, fileId: newId(), number, version: null, actor, language: IN_VIETNAMESE };
      const command = { ...common, sha256, size, mediaType, name, stored };
      return await this.dossiers.run(paper.decision, command, { sha256, name });
    } finally {
      await upload.discard();
    }
  }
}
