import type { Provider } from '@nestjs/common';
import { PlatformConfig } from '@motcua/platform';
import { CscSession } from './csc/csc-session.js';
import { CscSigner } from './csc/csc-signer.js';
import { DevelopmentSigner } from './development-signer.js';
import { NoSigner } from './no-signer.js';
import { SignerConfig } from './signer.config.js';
import { Signer } from './signer.js';

function signerOf({ profile }: PlatformConfig, { folder, url, clientId, clientSecret }: SignerConfig): Signer {
  if (url !== undefined && clientId !== undefined && clientSecret !== undefined)
    return new CscSigner(new CscSession({ url, clientId, clientSecret }));
  // A key that we made ourselves binds nobody.
  return profile === 'development' && folder !== undefined ? new DevelopmentSigner(folder) : new NoSigner();
}

/** Outside development there is no signer until one is configured. */
export const SIGNER: Provider = { provide: Signer, useFactory: signerOf, inject: [PlatformConfig, SignerConfig] };
