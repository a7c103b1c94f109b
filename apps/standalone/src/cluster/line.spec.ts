import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Line } from './line.js';

describe('a line', () => {
  let server: Server;
  let line: Line;
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
    line = await Line.to((server.address() as AddressInfo).port);
  });
  afterEach(async () => {
    await line.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const client = async (): Promise<Socket> => {
    const socket = connect(line.port, '127.0.0.1').on('error', () => undefined);
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
    line.cut();
    await once(socket, 'close');
    await once(await client(), 'close');
    line.restore();
    expect(await ask(await client(), 'two')).toBe('got two');
    expect(heard).toEqual(['one', 'two']);
  });

  it('brings everything later, and in order, when it is slow', async () => {
    const socket = await client();
    line.slow(60);
    const began = performance.now();
    expect(await ask(socket, 'one')).toBe('got one');
    expect(performance.now() - began).toBeGreaterThan(110);
  });

  it('holds what comes until it is restored', async () => {
    const socket = await client();
    line.hold();
    const answer = ask(socket, 'one');
    expect(await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 80, 'nothing'))])).toBe('nothing');
    expect(heard).toEqual([]);
    line.restore();
    expect(await answer).toBe('got one');
  });

  it('breaks instead of bringing an answer, and what was asked has arrived', async () => {
    const socket = await client();
    line.loseAnswer();
    socket.write('one');
    await once(socket, 'close');
    expect(heard).toEqual(['one']);
    expect(await ask(await client(), 'two')).toBe('got two');
  });
});
