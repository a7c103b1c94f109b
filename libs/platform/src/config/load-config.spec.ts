import { ConfigurationFaults, loadConfig } from './load-config.js';
import { PlatformConfig } from './platform.config.js';

const GOOD = {
  MOTCUA_DATABASE_URL: 'postgres://role:secret@127.0.0.1:5432/motcua',
  MOTCUA_OIDC_ISSUER: 'https://id.example.test',
  MOTCUA_OIDC_JWKS: 'https://id.example.test/jwks',
  MOTCUA_HISTORY_KEY: 'h'.repeat(32),
  MOTCUA_IDENTITY_KEY: 'i'.repeat(32),
};
function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(PlatformConfig, environment);
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('is read from the environment, with defaults', () => {
    expect(loadConfig(PlatformConfig, { ...GOOD, MOTCUA_DATABASE_POOL: '7' })).toMatchObject({
      databasePool: 7,
      profile: 'production',
      logFormat: 'json',
    });
  });

  it('reports every fault at once, by the name of the variable', () => {
    const faults = faultsOf({
      MOTCUA_DATABASE_POOL: '8x',
      MOTCUA_OIDC_ISSUER: 'not a url',
      MOTCUA_HISTORY_KEY: 'short',
      LOG_LEVEL: 'loud',
    });
    for (const variable of [
      'MOTCUA_DATABASE_URL',
      'MOTCUA_DATABASE_POOL',
      'MOTCUA_OIDC_ISSUER',
      'MOTCUA_OIDC_JWKS',
      'MOTCUA_HISTORY_KEY',
      'MOTCUA_IDENTITY_KEY',
      'LOG_LEVEL',
    ]) {
      expect(faults.filter((fault) => fault.startsWith(`${variable} `))).toHaveLength(1);
    }
    expect(faults).toHaveLength(7);
  });

  it('never shows the value of a secret', () => {
    expect(faultsOf({ ...GOOD, MOTCUA_HISTORY_KEY: 'too-short-secret' }).join()).not.toContain('too-short-secret');
  });

  it('counts an empty variable as absent', () => {
    expect(loadConfig(PlatformConfig, { ...GOOD, LOG_LEVEL: '' }).logLevel).toBe('info');
  });

  it('refuses in production what development has for a secret', () => {
    const known = { ...GOOD, MOTCUA_HISTORY_KEY: 'development-only-history-key-00000000' };
    expect(faultsOf(known)).toEqual([expect.stringMatching(/^MOTCUA_HISTORY_KEY has a value that everybody knows/)]);
    expect(faultsOf({ ...known, MOTCUA_PROFILE: 'development' })).toEqual([]);
  });

  it('refuses the story clock in production', () => {
    expect(faultsOf({ ...GOOD, MOTCUA_STORY_CLOCK: '/tmp/clock' })).toEqual([
      expect.stringMatching(/^MOTCUA_STORY_CLOCK is refused unless MOTCUA_PROFILE=development/),
    ]);
    expect(faultsOf({ ...GOOD, MOTCUA_PROFILE: 'development', MOTCUA_STORY_CLOCK: '/tmp/clock' })).toEqual([]);
  });
});
