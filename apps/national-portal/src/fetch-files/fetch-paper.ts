import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { FilesConfig, FileStore, PlatformConfig, sniffMediaType } from '@motcua/platform';
import { PortalConfig } from '../portal.config.js';
import { AllowedHosts } from './allowed-hosts.js';

interface FetchedPaper {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Why a paper was not taken. `away` and `silent` (nothing within the time) may be otherwise later; every other is the sender's to mend. */
export type PaperFault =
  'noAddress' | 'forbidden' | 'notFound' | 'tooLarge' | 'empty' | 'wrongType' | 'away' | 'silent';

type Fetched = { readonly paper: FetchedPaper } | { readonly fault: PaperFault };

const MOST_REDIRECTS = 3;
const FAULTS: Readonly<Record<string, PaperFault>> = {
  'FILE.TOO_LARGE': 'tooLarge',
  'FILE.EMPTY': 'empty',
  'FILE.TYPE_NOT_ALLOWED': 'wrongType',
};

/** Fetches papers from allowed hosts only, each within a time and a size, and looks into them as into any upload. */
@Injectable()
export class FetchPaper {
  private readonly hosts: AllowedHosts;

  constructor(
    private readonly config: PortalConfig,
    private readonly files: FilesConfig,
    private readonly store: FileStore,
    platform: PlatformConfig,
  ) {
    this.hosts = new AllowedHosts(config.fileHosts, platform.profile === 'development');
  }

  async fetch(address: string): Promise<Fetched> {
    if (address === '') return { fault: 'noAddress' };
    const signal = AbortSignal.timeout(this.config.fileTimeoutMs);
    try {
      const response = await this.ask(address, signal);
      return 'fault' in response ? response : await this.receive(response);
    } catch (error) {
      const fault = error instanceof Refusal ? FAULTS[(error as Refusal<string>).code] : undefined;
      return { fault: fault ?? (signal.aborted ? 'silent' : 'away') };
    }
  }

  /** Follows a redirect only where it leads to an allowed host as well. */
  private async ask(address: string, signal: AbortSignal): Promise<Response | { readonly fault: PaperFault }> {
    let url = URL.parse(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (!url || this.hosts.objectionTo(url)) return { fault: 'forbidden' };
      const response = await fetch(url, { redirect: 'manual', signal });
      if (response.status === 200) return response;
      await response.body?.cancel();
      if (response.status >= 500 || response.status === 429) return { fault: 'away' };
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return { fault: 'notFound' };
      url = URL.parse(location, url);
    }
    return { fault: 'forbidden' };
  }

  private async receive(response: Response): Promise<Fetched> {
    const { maxBytes } = this.files;
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await response.body?.cancel();
      return { fault: 'tooLarge' };
    }
    if (!response.body) return { fault: 'empty' };
    const staged = await this.store.stage(Readable.fromWeb(response.body), { maxBytes });
    try {
      const mediaType = await sniffMediaType(staged.path);
      await staged.store();
      return { paper: { sha256: staged.sha256, size: staged.size, mediaType } };
    } finally {
      await staged.discard();
    }
  }
}
