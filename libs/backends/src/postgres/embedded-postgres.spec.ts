import type { ChildProcess } from 'node:child_process';
import { onFreePort } from './embedded-postgres.js';

const TAKEN = 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use';

describe('a server on a free port', () => {
  const server = {} as ChildProcess;
  const starting = (...answers: (ChildProcess | string)[]) => {
    const tried: number[] = [];
    const start = (port: number): Promise<ChildProcess | string> => {
      tried.push(port);
      return Promise.resolve(answers.shift() ?? TAKEN);
    };
    return { tried, start };
  };

  it('takes another one where a process was quicker', async () => {
    const { tried, start } = starting(TAKEN, TAKEN, server);
    const started = await onFreePort(start);
    expect(started.server).toBe(server);
    expect(tried).toHaveLength(3);
    expect(started.port).toBe(tried[2]);
  });

  it('is not tried again where something else is wrong, and says what', async () => {
    const { tried, start } = starting('FATAL:  data directory has wrong ownership', server);
    await expect(onFreePort(start)).rejects.toThrow(
      'PostgreSQL did not start:\nFATAL:  data directory has wrong ownership',
    );
    expect(tried).toHaveLength(1);
  });

  it('is given up where no port can be had', async () => {
    const { tried, start } = starting();
    await expect(onFreePort(start)).rejects.toThrow(TAKEN);
    expect(tried).toHaveLength(5);
  });
});
