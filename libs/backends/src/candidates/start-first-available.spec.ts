import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startFirstAvailable } from './start-first-available.mjs';

const launcher = fileURLToPath(new URL('../../../testing/src/run-specs.mjs', import.meta.url));

const candidate = (name: string, start: () => Promise<{ stop(): Promise<void> }>, reason?: string) => ({
  name,
  whyNot: () => Promise.resolve(reason),
  start,
});
const holds = () => Promise.resolve({ stop: () => Promise.resolve() });
const breaks = () => Promise.reject(new Error('no space left\nat somewhere'));

describe('the ladder of a test run', () => {
  it('takes the first candidate that holds, and says in one line which and why not the others', async () => {
    const { found, line } = await startFirstAvailable('Kafka', [
      candidate('the given one', holds, 'KAFKA_BROKERS is not set'),
      candidate('a container', breaks),
      candidate('Java', holds),
    ]);
    expect(found).toBeDefined();
    expect(line).toBe('Kafka: Java (KAFKA_BROKERS is not set; a container did not start: no space left)');
  });

  it('finds nothing where no candidate holds', async () => {
    const { found, line } = await startFirstAvailable('Kafka', [
      candidate('a container', holds, 'no Docker'),
      candidate('Java', breaks),
    ]);
    expect(found).toBeUndefined();
    expect(line).toBe('Kafka: none (no Docker; Java did not start: no space left)');
  });

  it('takes no other one when the given one fails', async () => {
    await expect(
      startFirstAvailable('Kafka', [{ ...candidate('given', breaks), given: true }, candidate('Java', holds)]),
    ).rejects.toThrow('no space left');
  });

  it.each([
    [undefined, 0, 'The project kafka is left out.'],
    ['1', 1, 'The project kafka is left out, but MOTCUA_REQUIRE_KAFKA=1.'],
  ])(
    'leaves the project kafka out, by name, where no broker can be had (MOTCUA_REQUIRE_KAFKA=%s)',
    async (require, code, said) => {
      // Nothing on this path: no Java, no Maven.
      const env = {
        PATH: '/nonexistent',
        MOTCUA_TEST_CONTAINERS: 'no',
        ...(require && { MOTCUA_REQUIRE_KAFKA: require }),
      };
      const ended = await new Promise<{ code: number; stderr: string }>((resolve) => {
        execFile(process.execPath, [launcher, 'kafka'], { env }, (error, _, stderr) =>
          resolve({ code: Number(error?.code ?? 0), stderr }),
        );
      });
      expect(ended).toEqual({
        code,
        stderr: `Kafka: none (KAFKA_BROKERS is not set; MOTCUA_TEST_CONTAINERS=no; no Java). ${said}\n`,
      });
    },
  );
});
