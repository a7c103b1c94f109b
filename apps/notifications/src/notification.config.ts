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

  @Env('MOTCUA_MAIL_FOLDER', 'folder where mail is laid down as .eml files; needed when MOTCUA_SMTP_URL is not given')
  @ValidateIf(({ smtpUrl, mailFolder }: NotificationConfig) => smtpUrl === undefined || mailFolder !== undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(4096)
  readonly mailFolder?: string;

  @Env('MOTCUA_MAIL_FROM', 'address that mail comes from')
  @IsEmail()
  readonly mailFrom: string = 'mot-cua@motcua.example';

  @Env('MOTCUA_MAIL_FROM_NAME', 'name that mail comes from')
  @IsString()
  @MaxLength(200)
  readonly mailFromName: string = 'Bộ phận Một cửa';

  @Env('MOTCUA_MAIL_ATTEMPTS', 'how often the mail server may refuse a message for the moment before it has failed')
  @IsInt()
  @Min(1)
  @Max(100)
  readonly mailAttempts: number = 10;

  @Env('MOTCUA_MAIL_RETRY_MS', 'pause after the first attempt; doubles each time, to an hour at most')
  @IsInt()
  @Min(1)
  @Max(DAY_MS)
  readonly mailRetryMs: number = 30_000;

  @Env('MOTCUA_MAIL_POLL_MS', 'how often mail that is due is looked for')
  @IsInt()
  @Min(10)
  @Max(DAY_MS)
  readonly mailPollMs: number = 500;

  @Env(
    'MOTCUA_MAIL_LEASE_MS',
    'how long one attempt may take; after that, mail that a dead process had in hand is taken up by another',
  )
  @IsInt()
  @Min(1_000)
  @Max(DAY_MS)
  readonly mailLeaseMs: number = 60_000;
}
