import { headerText, masked } from './address.js';
import { messageIdOf, messageOf } from './mail-message.js';
import { retryDelay } from './retry-delay.js';
import { outcomeOf, type SmtpFailure } from './smtp-outcome.js';

describe('addresses', () => {
  it('shows of an address no more than its first letter and its domain', () => {
    expect([masked('mau@example.test'), masked('a@b'), masked('nonsense')]).toEqual([
      'm***@example.test',
      'a***@b',
      '***',
    ]);
  });

  it('puts a name on one line', () => {
    expect(headerText('Nguyễn\r\nBcc: x@y\u0000 Mẫu\u200b')).toBe('Nguyễn Bcc: x@y Mẫu');
  });
});

describe('a mail', () => {
  const from = { name: 'Bộ phận Một cửa', address: 'mot-cua@motcua.example' };

  it('has a Message-ID that follows from its delivery', () => {
    expect(messageIdOf('019aa0c8', from)).toBe('<019aa0c8@motcua.example>');
  });

  it('says that a machine wrote it, and reads no file', () => {
    const mail = {
      id: '1',
      to: { name: 'A', address: 'a@b.test' },
      subject: 'S',
      text: 'T',
      html: 'H',
      language: 'vi',
      attachment: null,
    } as const;
    expect(messageOf(mail, from)).toMatchObject({
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
});

describe('what a mail server says', () => {
  it.each<[string, SmtpFailure, string]>([
    ['no such user', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, permanent: true }, 'refusedForGood'],
    ['content refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554, permanent: true }, 'refusedForGood'],
    ['greylisted', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, permanent: false }, 'refusedForNow'],
    ['mailbox full', { code: 'EMESSAGE', command: 'DATA', responseCode: 452, permanent: false }, 'refusedForNow'],
    [
      'sender refused',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, permanent: true },
      'refusedForNow',
    ],
    ['connection broke', { code: 'ECONNECTION', command: 'CONN' }, 'refusedForNow'],
    ['nobody listens', { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'unreachable'],
    ['no such host', { code: 'EDNS', command: 'CONN' }, 'unreachable'],
    ['no greeting', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' }, 'unreachable'],
    ['silence in the middle', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' }, 'refusedForNow'],
    ['wrong password', { code: 'EAUTH', responseCode: 535, permanent: true, command: 'AUTH PLAIN' }, 'unreachable'],
    ['shutting down', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421, permanent: false }, 'unreachable'],
  ])('%s', (_, failure, outcome) => {
    expect(outcomeOf(failure).is).toBe(outcome);
  });

  it('keeps of a refusal its number, never its words', () => {
    const failure = {
      ...{ response: '550 mau@example.test unknown' },
      code: 'EENVELOPE',
      command: 'RCPT TO',
      responseCode: 550,
    };
    expect(outcomeOf({ ...failure, permanent: true })).toEqual({ is: 'refusedForGood', reason: 'SMTP 550' });
  });
});

describe('the pause before the next attempt', () => {
  it('doubles, to an hour at most', () => {
    expect([1, 2, 3, 8, 100].map((attempts) => retryDelay(attempts, 30_000, 0))).toEqual([
      30_000, 60_000, 120_000, 3_600_000, 3_600_000,
    ]);
  });

  it('is spread by up to a quarter', () => {
    expect(retryDelay(1, 30_000, 0.999)).toBe(37_493);
  });
});
