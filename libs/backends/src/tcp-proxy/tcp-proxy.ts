import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const anyRequest = (): boolean => true;

/** A TCP proxy to one address that can be cut, slowed and held up, as networks are. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private delayMs = 0;
  /** Requests whose answers are still to be lost, and which requests those are. */
  private toLose: { count: number; readonly of: (request: Buffer) => boolean } = { count: 0, of: anyRequest };
  /** While nothing flows: until when. */
  private flowing: PromiseWithResolvers<undefined> | undefined;
  /** How many requests arrived without their answer coming back. */
  lostAnswers = 0;

  private constructor(
    private readonly server: Server,
    private readonly host: string,
    private readonly targetPort: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** @param target `host:port`, or a port of 127.0.0.1 */
  static async to(target: string | number): Promise<TcpProxy> {
    const [host = '', port = ''] = typeof target === 'number' ? ['127.0.0.1', String(target)] : target.split(':');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TcpProxy(server, host, Number(port));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** For `socketFactory` of kafkajs: whatever address the broker gives of itself, it is reached through this proxy. */
  readonly socketFactory = ({ onConnect }: { onConnect: () => void }): Socket =>
    connect(this.port, '127.0.0.1', onConnect);

  /** Every connection breaks, and none can be made. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  /** Each chunk arrives this much later, in order. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Nothing arrives any more, and nobody is told. */
  hold(): void {
    this.flowing ??= Promise.withResolvers<undefined>();
  }

  /** The next `count` such requests arrive, but their connection breaks instead of bringing the answer. */
  loseAnswers(count = 1, of: (request: Buffer) => boolean = anyRequest): void {
    this.toLose = { count, of };
  }

  /** As if nothing had been. What was held up arrives now. */
  restore(): void {
    this.isCut = false;
    this.delayMs = 0;
    this.toLose = { count: 0, of: anyRequest };
    this.flowing?.resolve(undefined);
    this.flowing = undefined;
  }

  async close(): Promise<void> {
    this.cut();
    this.flowing?.resolve(undefined);
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const far = connect(this.targetPort, this.host);
    for (const [socket, other] of [
      [client, far],
      [far, client],
    ] as const) {
      this.sockets.add(socket);
      socket
        .setNoDelay(true)
        .on('error', () => undefined)
        .once('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
    }
    let losing = false;
    this.pass(client, far, (request) => {
      if (this.toLose.count > 0 && this.toLose.of(request)) {
        this.toLose.count -= 1;
        losing = true;
      }
      return true;
    });
    this.pass(far, client, () => {
      if (losing) {
        this.lostAnswers += 1;
        client.destroy();
      }
      return !losing;
    });
  }

  /** @param admit sees each chunk as it comes, and says whether it goes on */
  private pass(from: Socket, to: Socket, admit: (chunk: Buffer) => boolean): void {
    let before: Promise<void> = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      if (!admit(chunk)) return;
      const due = performance.now() + this.delayMs;
      before = before.then(async () => {
        await this.flowing?.promise;
        const left = due - performance.now();
        if (left > 0) await pause(left);
        if (!to.destroyed) to.write(chunk);
      });
    });
  }
}
