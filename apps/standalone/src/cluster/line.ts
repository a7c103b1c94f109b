import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A way of bytes to a port of this machine that can be cut, slowed, and held up, as networks are. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private delayMs = 0;
  private losing = false;
  /** While nothing flows: until when. */
  private flowing: PromiseWithResolvers<undefined> | undefined;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** @param target port on 127.0.0.1 */
  static async to(target: number): Promise<Line> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Line(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Every connection breaks, and none can be made. */
  cut(): void {
    this.isCut = true;
    this.breakAll();
  }

  /** Each piece arrives this much later, in order. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Nothing arrives any more, and nobody is told. */
  hold(): void {
    this.flowing ??= Promise.withResolvers<undefined>();
  }

  /** Whatever is asked arrives; with the first answer that would come back, the line breaks instead. */
  loseAnswer(): void {
    this.losing = true;
  }

  /** As if nothing had been. What was held up arrives now. */
  restore(): void {
    this.isCut = false;
    this.delayMs = 0;
    this.losing = false;
    this.flowing?.resolve(undefined);
    this.flowing = undefined;
  }

  async close(): Promise<void> {
    this.cut();
    this.flowing?.resolve(undefined);
    await new Promise((resolve) => this.server.close(resolve));
  }

  private breakAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const far = connect(this.target, '127.0.0.1');
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
      this.pass(socket, other, socket === far);
    }
  }

  private pass(from: Socket, to: Socket, isAnswer: boolean): void {
    let before: Promise<void> = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      if (isAnswer && this.losing) {
        this.losing = false;
        this.breakAll();
        return;
      }
      const due = performance.now() + this.delayMs;
      before = before.then(async () => {
        await this.flowing?.promise;
        const left = due - performance.now();
        if (left > 0) await pause(left);
        if (!to.destroyed) to.write(piece);
      });
    });
  }
}
