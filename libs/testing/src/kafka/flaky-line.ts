import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const PRODUCE = 0;

/** A line between a client and a broker that can be cut, or lose the broker's answers. */
export class FlakyLine {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private answersToLose = 0;
  /** How many produce requests reached the broker without the client learning of it. */
  lostAnswers = 0;

  private constructor(
    private readonly server: Server,
    private readonly brokerHost: string,
    private readonly brokerPort: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  /** @param broker `host:port` */
  static async to(broker: string): Promise<FlakyLine> {
    const [host = '', port = ''] = broker.split(':');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FlakyLine(server, host, Number(port));
  }

  /** For `socketFactory` of kafkajs: whatever address the broker gives of itself, it is reached through this line. */
  readonly socketFactory = ({ onConnect }: { onConnect: () => void }): Socket =>
    connect((this.server.address() as AddressInfo).port, '127.0.0.1', onConnect);

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  restore(): void {
    this.isCut = false;
  }

  /** The next produce requests arrive at the broker, but then the line is cut instead of bringing the answer. */
  loseAnswers(count: number): void {
    this.answersToLose = count;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const broker = connect(this.brokerPort, this.brokerHost);
    let losing = false;
    for (const [socket, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      this.sockets.add(socket);
      socket
        .on('error', () => undefined)
        .once('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
    }
    client.on('data', (data: Buffer) => {
      // A request begins with its size (4 bytes) and the number of its kind (2 bytes).
      if (this.answersToLose > 0 && data.length >= 6 && data.readInt16BE(4) === PRODUCE) {
        this.answersToLose -= 1;
        losing = true;
      }
      broker.write(data);
    });
    broker.on('data', (data) => {
      if (!losing) return void client.write(data);
      this.lostAnswers += 1;
      client.destroy();
    });
  }
}
