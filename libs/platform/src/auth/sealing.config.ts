import { IsString, MinLength } from 'class-validator';
import { Env } from '../config/env.decorator.js';

/** For services that keep or read personal data; listed in their definition's `configs`. */
export class SealingConfig {
  @Env(
    'MOTCUA_SEALING_KEY',
    'secret of at least 32 characters under which personal data is sealed; the same in every service that reads it',
  )
  @IsString()
  @MinLength(32)
  readonly sealingKey!: string;
}
