import type { Provider } from '@nestjs/common';
import { PlatformConfig } from '@motcua/platform';
import { DevelopmentSigner } from './development-signer.js';
import { NoSigner } from './no-signer.js';
import { SignerConfig } from './signer.config.js';
import { Signer } from './signer.js';

/** A key that we made ourselves binds nobody: outside development there is no signer until one is configured. */
export const SIGNER: Provider = {
  provide: Signer,
  useFactory: ({ profile }: PlatformConfig, { folder }: SignerConfig): Signer =>
    profile === 'development' && folder !== undefined ? new DevelopmentSigner(folder) : new NoSigner(),
  inject: [PlatformConfig, SignerConfig],
};
