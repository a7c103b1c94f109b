import {
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { Env } from '@motcua/platform';

const SMTP = { protocols: ['smtp', 'smtps'], require_tld: false, require_protocol: true };
const DAY_MS = 86_400_000;

/** How mail leaves the service. */
export class NotificationConfig {
  @Env('MOTCUA_SMTP_URL', 'mail server, such as smtps://user:password@mail.example:465')
  @IsOptional()
  @IsUrl(SMTP)
  readonly smtpUrl?: string;

  @Env('MOTCUA_MAIL_FOLDER', 'folder for mail as .eml files; required when MOTCUA_SMTP_URL is not set')
  @ValidateIf(({ smtpUrl, mailFolder }: NotificationConfig) => smtpUrl === undefined || mailFolder !== undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  readonly mailFolder?: string;

  @Env('MOTCUA_MAIL_FROM', 'sender address of mail')
  @IsEmail()
  readonly mailFrom: string = 'mot-cua@motcua.example';

  @Env('MOTCUA_MAIL_FROM_NAME', 'sender name of mail')
  @IsString()
  @MaxLength(200)
  readonly mailFromName: string = 'Bộ phận Một cửa';

  @Env('MOTCUA_MAIL_ATTEMPTS', 'number of temporary refusals by the mail server after which a mail has failed')
  @IsInt()
  @Min(1)
  @Max(100)
  readonly mailAttempts: number = 10;

  @Env('MOTCUA_MAIL_RETRY_MS', 'pause after the first attempt; doubles with each attempt, up to one hour')
  @IsInt()
  @Min(1)
  @Max(DAY_MS)
  readonly mailRetryMs: number = 30_000;

  @Env('MOTCUA_MAIL_POLL_MS', 'interval between two searches for due mail')
  @IsInt()
  @Min(10)
  @Max(DAY_MS)
  readonly mailPollMs: number = 500;

  @Env('MOTCUA_MAIL_LEASE_MS', 'time limit of one attempt; after that, another process may send the mail')
  @IsInt()
  @Min(1_000)
  @Max(DAY_MS)
  readonly mailLeaseMs: number = 60_000;
}
