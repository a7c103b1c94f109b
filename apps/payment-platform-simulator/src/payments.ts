/** One payment as the platform knows it. `TrangThaiGD`: 1 success, 3 pending, 4 failed. */
export interface Payment {
  readonly reference: string;
  readonly amount: number;
  readonly description: string;
  readonly bill: string;
  /** Where the payer's browser goes afterwards; absent: nowhere. */
  readonly returnUrl?: string;
  state: '1' | '3' | '4';
  /** The partner has ended it: nobody can pay it any more. */
  closed?: true;
  transaction: string;
  paidAt: string;
}

/** What became of one callback. */
export interface SentCallback {
  readonly reference: string;
  readonly sent: Readonly<Record<string, string>>;
  /** 0 when nobody answered. */
  readonly status: number;
  readonly answer: string;
}

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Now, as the platform writes it: `yyyyMMddHHmmss` in Vietnam. */
export const platformTime = (): string => TIME.format(new Date()).replaceAll(/\D/g, '');
