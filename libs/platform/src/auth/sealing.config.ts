import { IsString, Matches } from 'class-validator';
import { Env } from '../config/env.decorator.js';

/** For services that keep or read personal data; listed in their definition's `configs`. */
export class SealingConfig {
  @Env(
    'MOTCUA_SEALING_KEY',
    'secret of at least 32 characters under which personal data is sealed; the same in every service that reads it. After a comma those used before, which only open',
  )
  @IsString()
  @Matches(/^[^,]{32,}(,[^,]{32,})*$/, {
    message: '$property must be secrets of at least 32 characters each, with commas between them',
  })
  readonly sealingKey!: string;
}
