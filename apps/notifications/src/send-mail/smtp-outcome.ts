import type { SendOutcome } from './mail-sender.js';

/** What nodemailer says of a failure. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly permanent?: boolean | undefined;
  readonly originalCode?: string | undefined;
  readonly timeoutType?: string | undefined;
}

const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EADDRNOTAVAIL',
]);
const NO_CONVERSATION = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'ECONFIG', 'EPROTOCOL']);
const BEFORE_THE_MAIL = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);
const SERVICE_CLOSING = 421;

const isUnreachable = ({ code = '', responseCode, originalCode = '', timeoutType = '' }: SmtpFailure): boolean =>
  responseCode === SERVICE_CLOSING ||
  NOT_CONNECTED.has(originalCode) ||
  NO_CONVERSATION.has(code) ||
  BEFORE_THE_MAIL.has(timeoutType);

/** Only the recipient's or the content's refusal is final; a refused sender is the operator's to put right. */
const isForGood = ({ permanent, command = '' }: SmtpFailure): boolean =>
  permanent === true && (command.startsWith('RCPT') || command.startsWith('DATA'));

export function outcomeOf(failure: SmtpFailure): SendOutcome {
  // Never the server's own words: they tend to repeat the address.
  const reason = failure.responseCode === undefined ? (failure.code ?? 'SMTP') : `SMTP ${failure.responseCode}`;
  if (isUnreachable(failure)) return { is: 'unreachable', reason };
  return { is: isForGood(failure) ? 'refusedForGood' : 'refusedForNow', reason };
}
