import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { FilesConfig, FileStore } from '@motcua/platform';
import type { ResultRow } from '../persistence/case-results.js';
import { type Signature, SignaturesNeeded } from './issue-signed-results.js';
import { Signer } from './signer.js';

/** Puts an officer's signature under drafts, and stores what was signed. A file that is then not issued is of no harm. */
@Injectable()
export class SignResults {
  constructor(
    private readonly signer: Signer,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does what may have to be signed first: the signatures that it asks for are made, and it is done with them. */
  async whenSigned<T>(attempt: (signatures?: readonly Signature[]) => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SignaturesNeeded)) throw error;
      return attempt(await this.sign(error));
    }
  }

  private async sign({ drafts, signer, location }: SignaturesNeeded): Promise<Signature[]> {
    const signatures: Signature[] = [];
    for (const draft of drafts) signatures.push(await this.signOne(draft, { signer, location, at: this.clock.now() }));
    return signatures;
  }

  private async signOne(
    { n, draft_sha256: draftSha256, name, number }: ResultRow,
    by: Pick<SignaturesNeeded, 'signer' | 'location'> & { readonly at: Temporal.Instant },
  ): Promise<Signature> {
    const draft = await buffer(await this.files.open(draftSha256));
    const { pdf, format } = await this.signer.sign(draft, { ...by, reason: `${name}, số ${number}` });
    const file = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes + 1024 * 1024 });
    return { n, draftSha256, file: { sha256: file.sha256, size: file.size }, format, at: by.at };
  }
}
