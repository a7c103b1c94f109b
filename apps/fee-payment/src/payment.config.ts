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

  @Env('MOTCUA_PAYMENT_ORDER_HOURS', 'hours after which an order at the platform ends unpaid')
  @IsInt()
  @Min(1)
  @Max(8_760)
  readonly orderHours: number = 24;

  @Env('MOTCUA_PAYMENT_ORDER_DAYS', 'days after which an order at the counter or by transfer ends unpaid')
  @IsInt()
  @Min(1)
  @Max(365)
  readonly orderDays: number = 30;

  @Env(
    'MOTCUA_PAYMENT_RETURN_ORIGINS',
    "origins, separated by commas, to which a payer's browser may return from the platform's page, such as https://dichvucong.example",
  )
  @IsString()
  @Matches(/^(?:https?:\/\/[^/,\s]+(?:,https?:\/\/[^/,\s]+)*)?$/)
  readonly returnOriginList: string = '';

  get returnOrigins(): readonly string[] {
    return this.returnOriginList.split(',').flatMap((origin) => URL.parse(origin)?.origin ?? []);
  }

  @Env(
    'MOTCUA_RECEIPT_PROVIDER_URL',
    'address of a provider of electronic receipts; when absent, receipts are ours alone',
  )
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly receiptProviderUrl?: string;

  @Env('MOTCUA_RECEIPT_PROVIDER_TOKEN', 'bearer token of the account at that provider')
  @IsOptional()
  @IsString()
  readonly receiptProviderToken?: string;

  @Env('MOTCUA_RECEIPT_PROVIDER_TIMEOUT_MS', 'timeout of a request to that provider')
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly receiptProviderTimeoutMs: number = 10_000;

  @Env('MOTCUA_RECEIPT_PROVIDER_POLL_MS', 'interval between two searches for receipts that the provider does not have')
  @IsInt()
  @Min(10)
  @Max(86_400_000)
  readonly receiptProviderPollMs: number = 1_000;

  @Env(
    'MOTCUA_RECEIPT_PROVIDER_RETRY_SECONDS',
    'pause after which a receipt that the provider did not take is tried again; doubles each time, up to one hour',
  )
  @IsInt()
  @Min(1)
  @Max(3_600)
  readonly receiptProviderRetrySeconds: number = 30;

  @Env(
    'MOTCUA_RECEIPT_LOOKUPS_PER_MINUTE',
    'requests per minute that one address may send to the public look-up of receipts',
  )
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly receiptLookupsPerMinute: number = 60;

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

  @Env('MOTCUA_PAYMENT_ACCOUNT_BIN', 'six digits by which NAPAS knows that bank; when absent, there is no VietQR')
  @IsOptional()
  @Matches(/^\d{6}$/)
  readonly accountBin?: string;
}
