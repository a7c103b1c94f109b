import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, eventually, freePort, KillableSystem, newDataFolder } from '@motcua/testing';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
/** No folder stops root, unless without the right to pass over those of files. Another user could not enter root's clone. */
const RIGHTS_OF_FILES_HOLD = isRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

describe('npm start', () => {
  let folder: string;
  const others: string[] = [];
  const newFolder = async (): Promise<string> => {
    others.push(await newDataFolder());
    return others.at(-1)!;
  };
  beforeAll(async () => {
    await buildAll();
    folder = await newFolder();
  }, 60_000);
  afterAll(() => Promise.all(others.map((one) => rm(one, { recursive: true, force: true }))));

  /** Starts what cannot start, and answers how it ended. */
  const refused = async (system: KillableSystem): Promise<{ code: number | null; sentence: string }> => {
    system.start();
    const { code, output } = await system.end();
    return { code, sentence: output.trim() };
  };

  it('says what to do when the port is in use', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const ended = await refused(new KillableSystem(port, await newFolder()));
    await new Promise((resolve) => server.close(resolve));
    expect(ended).toEqual({
      code: 1,
      sentence: `Port ${port} is in use. Stop what uses it, or choose another one: PORT=${port + 1} npm start`,
    });
  });

  it('says what to do about a data folder of another version', async () => {
    const other = await newFolder();
    await writeFile(join(other, 'motcua.json'), '{"format": 99}');
    expect(await refused(new KillableSystem(await freePort(), other))).toEqual({
      code: 1,
      sentence: `The data folder ${other} was written by another version of motcua (format 99; this one reads format 1). Start that version, or set MOTCUA_DATA_DIR to a new folder.`,
    });
    expect(await readFile(join(other, 'motcua.json'), 'utf8')).toBe('{"format": 99}');
  });

  it('says what to do about a folder that it may not write to', async () => {
    const closed = join(await newFolder(), 'closed');
    await writeFile(closed, 'a file where the folder should be');
    const { code, sentence } = await refused(new KillableSystem(await freePort(), join(closed, 'data')));
    expect(code).toBe(1);
    expect(sentence).toBe(
      `The data folder ${join(closed, 'data')} cannot be used (ENOTDIR). Give yourself the right to write there, or set MOTCUA_DATA_DIR to another folder.`,
    );
  });

  it('ends, rather than trying for ever, where a file system takes no new folders', async () => {
    const { code, sentence } = await refused(new KillableSystem(await freePort(), '/proc/motcua/data'));
    expect(code).toBe(1);
    expect(sentence).toContain('The data folder /proc/motcua/data cannot be used (ENOENT).');
  });

  it('says what to do about a folder of somebody else', async () => {
    // Root's, where nobody else writes; for root that of somebody else.
    const foreign = isRoot ? await newFolder() : '/etc/motcua';
    if (isRoot) await chown(foreign, NOBODY, NOBODY);
    const { code, sentence } = await refused(new KillableSystem(await freePort(), foreign, {}, RIGHTS_OF_FILES_HOLD));
    expect(code).toBe(1);
    expect(sentence).toBe(
      `The data folder ${foreign} cannot be used (EACCES). Give yourself the right to write there, or set MOTCUA_DATA_DIR to another folder.`,
    );
  });

  it('names every wrong setting at once', async () => {
    const { code, sentence } = await refused(
      new KillableSystem(await freePort(), join(tmpdir(), 'motcua-never-made'), {
        MOTCUA_PROVINCE: 'Quảng Ngãi',
        LOG_FORMAT: 'xml',
      }),
    );
    expect(code).toBe(1);
    expect(sentence).toMatch(/^The configuration has 2 faults:\n {2}- MOTCUA_PROVINCE .*\n {2}- LOG_FORMAT /);
  });

  it('keeps a second process off its folder, stops at Ctrl-C, and goes on after kill -9 where it was', async () => {
    const system = new KillableSystem(await freePort(), folder);
    system.start();
    await system.up();
    const second = await refused(new KillableSystem(await freePort(), folder));
    expect(second).toEqual({
      code: 1,
      sentence: `Another motcua is running on this data folder (${join(folder, 'postgres')}). Stop it first, or set MOTCUA_DATA_DIR to another folder (and PORT to another port).`,
    });
    // The first one did not notice.
    expect((await fetch(`${system.url}/health/ready`)).status).toBe(200);

    await system.kill();
    system.start();
    await system.up();
    const token = async (): Promise<string> => {
      const form = {
        grant_type: 'urn:motcua:params:oauth:grant-type:persona',
        client_id: 'motcua-development',
        persona: 'admin',
      };
      const answer = await fetch(`${system.url}/issuer/token`, { method: 'POST', body: new URLSearchParams(form) });
      return ((await answer.json()) as { access_token: string }).access_token;
    };
    const found = await fetch(`${system.url}/catalogue/v1/procedures/1.001686`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
    expect(found.status).toBe(200);

    const { code, signal, output } = await system.stop('SIGINT');
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(output).toContain('Stopping …');
    await expect(readFile(join(folder, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
    await expect(fetch(`${system.url}/health/ready`)).rejects.toThrow();
  }, 90_000);

  it('stops cleanly when it is told so while it starts', async () => {
    const system = new KillableSystem(await freePort(), folder);
    system.start();
    // PostgreSQL is there before the services are.
    await eventually(() => readFile(join(folder, 'postgres', 'postmaster.pid')).catch(() => undefined), 30);
    expect(await system.stop('SIGINT')).toMatchObject({ code: 0, signal: null });
    await expect(readFile(join(folder, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
  }, 60_000);

  it('stops at SIGTERM too, as a supervisor asks, and starts again', async () => {
    const system = new KillableSystem(await freePort(), folder);
    system.start();
    await system.up();
    expect(await system.stop('SIGTERM')).toMatchObject({ code: 0 });
  }, 60_000);
});
