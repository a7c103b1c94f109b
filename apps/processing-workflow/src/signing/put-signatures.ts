import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { FilesConfig, FileStore } from '@motcua/platform';
import type { ResultRow } from '../persistence/case-results.js';
import { type Signature, SignaturesNeeded } from './issue-signed-results.js';
import { PDF } from '../printed-forms-04-to-07/media-types.js';
import { Signer } from './signer.js';

type SignedBy = Pick<SignaturesNeeded, 'signer' | 'office' | 'location'> & { readonly at: Temporal.Instant };

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

  private async sign({ drafts, signer, office, location }: SignaturesNeeded): Promise<Signature[]> {
    const signatures: Signature[] = [];
    for (const draft of drafts)
      signatures.push(await this.signOne(draft, { signer, office, location, at: this.clock.now() }));
    return signatures;
  }

  private async signOne(draft: ResultRow, by: SignedBy): Promise<Signature> {
    const { n, draft_sha256: draftSha256, draft_size: draftSize, media_type: mediaType, name, number } = draft;
    const content = await buffer(await this.files.open(draftSha256));
    const request = { ...by, reason: `${name}, số ${number}` };
    const common = { n, draftSha256, at: by.at };
    if (mediaType === PDF) {
      const { pdf, format } = await this.signer.sign(content, request);
      return { ...common, file: await this.put(pdf), format, beside: null };
    }
    // The file stays as it is; the signature lies beside it.
    const { cms, format } = await this.signer.signBeside(content, request);
    return { ...common, file: { sha256: draftSha256, size: draftSize }, format, beside: await this.put(cms) };
  }

  private async put(content: Buffer): Promise<{ readonly sha256: string; readonly size: number }> {
    const { sha256, size } = await this.files.put(Readable.from([content]), {
      maxBytes: this.config.maxBytes + 1024 * 1024,
    });
    return { sha256, size };
  }
}
