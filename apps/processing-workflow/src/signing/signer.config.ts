import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Env } from '@motcua/platform';

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
}
