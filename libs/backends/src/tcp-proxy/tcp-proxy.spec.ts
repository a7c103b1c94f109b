import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TcpProxy } from './tcp-proxy.js';

describe('a TCP proxy', () => {
  let server: Server;
  let proxy: TcpProxy;
  let heard: string[];
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    heard = [];
    server = createServer((socket) => {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('data', (data: Buffer) => {
          heard.push(data.toString());
          socket.write(`got ${data.toString()}`);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxy = await TcpProxy.to((server.address() as AddressInfo).port);
  });
  afterEach(async () => {
    await proxy.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  const ask = async (socket: Socket, text: string): Promise<string> => {
    socket.write(text);
    return String(((await once(socket, 'data')) as [Buffer])[0]);
  };

  it('passes both ways', async () => {
    expect(await ask(await client(), 'one')).toBe('got one');
  });

  it('breaks what there is when it is cut, and takes nothing until it is restored', async () => {
    const socket = await client();
    await ask(socket, 'one');
    proxy.cut();
    await once(socket, 'close');
    await once(await client(), 'close');
    proxy.restore();
    expect(await ask(await client(), 'two')).toBe('got two');
    expect(heard).toEqual(['one', 'two']);
  });

  it('brings everything later, and in order, when it is slow', async () => {
    const socket = await client();
    proxy.slow(60);
    const began = performance.now();
    expect(await ask(socket, 'one')).toBe('got one');
    expect(performance.now() - began).toBeGreaterThan(110);
  });

  it('holds what comes until it is restored', async () => {
    const socket = await client();
    proxy.hold();
    const answer = ask(socket, 'one');
    // The bytes are in this machine's hands: another connection of the same server is quicker than they are.
    const direct = connect((server.address() as AddressInfo).port, '127.0.0.1');
    expect(await ask(direct, 'direct')).toBe('got direct');
    expect(heard).toEqual(['direct']);
    proxy.restore();
    expect(await answer).toBe('got one');
    expect(heard).toEqual(['direct', 'one']);
  });

  it('breaks instead of bringing an answer, and what was asked has arrived', async () => {
    const socket = await client();
    proxy.loseAnswers();
    socket.write('one');
    await once(socket, 'close');
    expect(heard).toEqual(['one']);
    expect(await ask(await client(), 'two')).toBe('got two');
  });

  it('loses answers only to the requests that are meant', async () => {
    proxy.loseAnswers(1, (request) => request.toString() === 'lost');
    expect(await ask(await client(), 'kept')).toBe('got kept');
    const socket = await client();
    socket.write('lost');
    await once(socket, 'close');
    expect(heard).toEqual(['kept', 'lost']);
    expect(proxy.lostAnswers).toBe(1);
  });
});
