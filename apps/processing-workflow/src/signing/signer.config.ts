import { IsOptional, IsString, IsUrl, MaxLength, MinLength } from 'class-validator';
import { Env, PairedWith } from '@motcua/platform';

export class SignerConfig {
  @Env(
    'MOTCUA_SIGNER_FOLDER',
    'folder in which the development signer keeps its key; used in the development profile only',
  )
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  readonly folder?: string;

  @Env(
    'MOTCUA_SIGNER_URL',
    'base of a remote signing service that speaks the API of the Cloud Signature Consortium, version 2; without it nothing is signed outside development',
  )
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  @PairedWith('clientId', 'MOTCUA_SIGNER_CLIENT')
  readonly url?: string;

  @Env('MOTCUA_SIGNER_CLIENT', 'name under which the system is known to the remote signing service')
  @IsOptional()
  @IsString()
  @MinLength(1)
  @PairedWith('clientSecret', 'MOTCUA_SIGNER_SECRET')
  readonly clientId?: string;

  @Env('MOTCUA_SIGNER_SECRET', 'secret of that name')
  @IsOptional()
  @IsString()
  @MinLength(1)
  @PairedWith('url', 'MOTCUA_SIGNER_URL')
  readonly clientSecret?: string;
}
