import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string[];
  readonly content: string;
  readonly messageId: string;
}

type Verdict = 'take' | number | 'dieBefore' | 'dieAfter';

const refusal = (code: number): Error => Object.assign(new Error('refused by the spec'), { responseCode: code });

/** A real SMTP server that takes, refuses, greylists or dies as the spec says. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** What is said to each recipient; each call is one attempt. */
  onRecipient: (address: string) => Verdict = () => 'take';
  /** What is said once the content is there. */
  onContent: (mail: ReceivedMail) => Verdict = () => 'take';
  private server: SMTPServer | undefined;
  port = 0;

  async start(): Promise<void> {
    const options: SMTPServerOptions = {
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, callback) => {
        const verdict = this.onRecipient(address);
        callback(typeof verdict === 'number' ? refusal(verdict) : null);
      },
      onData: (stream, session, callback) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const content = Buffer.concat(pieces).toString('utf8');
          const mail = {
            to: session.envelope.rcptTo.map(({ address }) => address),
            content,
            messageId: /^Message-ID: (.*)$/m.exec(content)?.[1]?.trim() ?? '',
          };
          const verdict = this.onContent(mail);
          if (verdict === 'take' || verdict === 'dieAfter') this.received.push(mail);
          if (verdict === 'dieBefore' || verdict === 'dieAfter') this.cut();
          else callback(typeof verdict === 'number' ? refusal(verdict) : null);
        });
      },
    };
    const server = new SMTPServer(options);
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  to(address: string): ReceivedMail[] {
    return this.received.filter((mail) => mail.to.includes(address));
  }

  /** Breaks every connection, as a server does whose power fails. */
  private cut(): void {
    for (const connection of this.server?.connections ?? [])
      (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    this.server = server;
    this.cut();
    this.server = undefined;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
