import { IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { Env } from '@motcua/platform';

/** The payment platform, and the account that transfers go to. */
export class PaymentConfig {
  @Env('MOTCUA_PAYMENT_PLATFORM_URL', 'address of the national payment platform')
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly platformUrl!: string;

  @Env('MOTCUA_PAYMENT_PARTNER', 'MaDoiTac that the platform gave to the province')
  @IsString()
  @Matches(/^[^|\s]{1,100}$/)
  readonly partner!: string;

  @Env('MOTCUA_PAYMENT_SECRET', 'secret of at least 16 characters shared with the platform; signs every message')
  @IsString()
  @MinLength(16)
  readonly secret!: string;

  @Env('MOTCUA_PAYMENT_TIMEOUT_MS', 'timeout of a request to the platform')
  @IsInt()
  @Min(100)
  @Max(20_000)
  readonly timeoutMs: number = 8_000;

  @Env(
    'MOTCUA_PAYMENT_ASK_AFTER_SECONDS',
    'time after which the platform is queried about a payment that it has not confirmed',
  )
  @IsInt()
  @Min(1)
  @Max(86_400)
  readonly askAfterSeconds: number = 60;

  @Env(
    'MOTCUA_PAYMENT_ASK_FOR_DAYS',
    'number of days for which an unconfirmed payment is queried; after that only reconciliation finds it',
  )
  @IsInt()
  @Min(1)
  @Max(365)
  readonly askForDays: number = 14;

  @Env('MOTCUA_PAYMENT_ACCOUNT_NUMBER', 'bank account for transfers; when absent, transfers are not offered')
  @IsOptional()
  @IsString()
  readonly accountNumber?: string;

  @Env('MOTCUA_PAYMENT_ACCOUNT_NAME', 'holder of that account')
  @IsOptional()
  @IsString()
  readonly accountName?: string;

  @Env('MOTCUA_PAYMENT_ACCOUNT_BANK', 'bank of that account')
  @IsOptional()
  @IsString()
  readonly accountBank?: string;

  @Env('MOTCUA_STATEMENT_MAX_BYTES', 'largest statement of the platform or a bank that may be uploaded, in bytes')
  @IsInt()
  @Min(1024)
  @Max(16 * 1024 ** 3)
  readonly statementMaxBytes: number = 1024 ** 3;

  @Env('MOTCUA_STATEMENT_STAGING', 'folder in which an uploaded statement lies while it is read')
  @IsString()
  @MinLength(1)
  readonly statementStaging: string = '/tmp';
}
