import { createServer } from 'node:net';

const USUAL = 3000;

/** The usual port, or any free one while something else has it: a demonstration can wait for nobody. A port that was named is kept. */
export async function chooseDemoPort(wanted: string | undefined): Promise<string> {
  if (wanted) return wanted;
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(USUAL, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free ? String(USUAL) : '0';
}
