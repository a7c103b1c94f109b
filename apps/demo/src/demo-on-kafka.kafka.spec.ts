import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll, type Ended, newDataFolder, PROGRAM_ENVIRONMENT, testBrokers } from '@motcua/testing';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

function start(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'apps/demo/dist/main.js', '--kafka', ...args],
    { cwd: ROOT, env: { ...PROGRAM_ENVIRONMENT, PORT: '0', ...environment } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended, said: () => output };
}

/** Processes whose environment names the folder: what a run has started, wherever its parents are by now. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const isOurs = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
      return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });

describe('npm run demo -- --kafka', () => {
  let folder: string;
  beforeAll(buildAll, 120_000);
  beforeEach(async () => {
    folder = await newDataFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('plays the same story with each service as a process of its own, says which broker it took, and leaves none running', async () => {
    const { ended } = start(['--exit'], { MOTCUA_DATA_DIR: folder, KAFKA_BROKERS: testBrokers() });
    const { code, output } = await ended;
    expect([code, output]).toEqual([0, expect.stringContaining('tất cả như mong đợi · ')]);
    expect(output).toContain(`Kafka: the brokers of KAFKA_BROKERS, ${testBrokers()}`);
    expect(output).toContain('Nộp hồ sơ trên Cổng Dịch vụ công quốc gia: ');
    expect(output).toContain('→ 10. Đã trả kết quả');
    expect(processesOf(folder)).toEqual([]);
  }, 180_000);

  it('stops every process at Ctrl-C, also while it starts', async () => {
    const { child, ended, said } = start([], { MOTCUA_DATA_DIR: folder, KAFKA_BROKERS: testBrokers() });
    // Told as soon as the first service is there.
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!processesOf(folder).some((command) => command.includes('dossier-intake/dist/main.js'))) return;
        clearInterval(look);
        resolve();
      }, 50);
    });
    child.kill('SIGINT');
    expect([(await ended).code, said()]).toEqual([0, expect.stringContaining('Stopping …')]);
    expect(processesOf(folder)).toEqual([]);
  }, 180_000);

  it('says what to do where no broker can be had', async () => {
    // A machine with neither Docker nor Java: nothing but what the data folder asks of it.
    const tools = join(folder, 'tools');
    await mkdir(tools);
    for (const tool of ['id', 'test'])
      await symlink(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(tools, tool));
    const { ended } = start([], {
      MOTCUA_DATA_DIR: folder,
      PATH: tools,
      DOCKER_HOST: 'unix:///nowhere',
    });
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^\s*Kafka: none \(KAFKA_BROKERS is not set; .*; no Java\)\. Give the address of a broker/m);
    expect(output).not.toContain('    at ');
  }, 60_000);
});
