import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { ConfigurationFaults } from '@motcua/platform';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';
import { startDevelopment } from './start-development.js';

describe('the development issuer as a process of its own', () => {
  let folder: string;
  const environment = (more: Record<string, string> = {}) => ({
    MOTCUA_PROFILE: 'development',
    MOTCUA_PUBLIC_URL: 'http://motcua.test:3000',
    MOTCUA_DATA_DIR: join(folder, 'data'),
    MOTCUA_STORY_CLOCK: join(folder, 'story-clock'),
    MOTCUA_HOST: '127.0.0.1',
    PORT: '0',
    ...more,
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-development-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("makes tokens under the system's address, with keys that outlive it", async () => {
    const tokens: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const { url, stop } = await startDevelopment(environment());
      const form = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'clerk' };
      tokens.push(await requestToken(url, form));
      const keys = createRemoteJWKSet(new URL(`${url}/issuer/jwks`));
      for (const token of tokens) {
        const { payload } = await jwtVerify(token, keys, { issuer: 'http://motcua.test:3000/issuer' });
        expect(payload).toMatchObject({ sub: 'clerk', aud: 'https://motcua.example/api' });
      }
      await stop();
    }
  });

  it('moves the story clock that the services read', async () => {
    const { url, stop } = await startDevelopment(environment());
    const now = '2027-02-05T09:00:00+07:00';
    const moved = await fetch(`${url}/development/v1/clock`, { method: 'POST', body: JSON.stringify({ now }) });
    expect([moved.status, await moved.json()]).toMatchObject([
      200,
      { now: expect.stringMatching(/^2027-02-05T09:00:0/) },
    ]);
    await stop();
  });

  it('answers as the National Population Database does, for the citizens among the personas', async () => {
    const { url, stop } = await startDevelopment(environment());
    const ask = async (SoDinhDanh: string) =>
      (
        await fetch(`${url}/population-database/citizens/search`, {
          method: 'POST',
          body: JSON.stringify({ SoDinhDanh }),
        })
      ).json();
    expect(await ask('051199000017')).toMatchObject({ error_code: 0, result: { TrangThai: '1' } });
    expect(await ask('000000000000')).toMatchObject({ error_code: 3 });
    await stop();
  });

  it('has no clock where none is named', async () => {
    const { url, stop } = await startDevelopment(environment({ MOTCUA_STORY_CLOCK: '' }));
    expect((await fetch(`${url}/development/v1/clock`)).status).toBe(404);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await stop();
  });

  it.each(['production', ''])('does not start in the profile "%s"', async (profile) => {
    const starting = startDevelopment(environment({ MOTCUA_PROFILE: profile }));
    await expect(starting).rejects.toBeInstanceOf(ConfigurationFaults);
    await expect(starting).rejects.toThrow(/MOTCUA_PROFILE must be equal to development/);
  });
});
