import { ConfigurationFaults, loadConfig } from '@motcua/platform';
import { PortalConfig } from './portal.config.js';

const KNOWN = {
  MOTCUA_PORTAL_URL: 'https://adapter.example/XrdAdapter/RestService/forward',
  MOTCUA_PORTAL_DESTINATION: 'VN:GOV:NPSP',
  MOTCUA_PORTAL_USERNAME: 'province',
  MOTCUA_PORTAL_PASSWORD: 'secret',
  MOTCUA_PORTAL_UNIT: 'H48',
};

describe('the settings of the portal', () => {
  it('say four at a time, a minute for a call and five for a pause, where nothing else is said', () => {
    expect(loadConfig(PortalConfig, KNOWN)).toMatchObject({
      parallel: 4,
      timeoutMs: 60_000,
      retryMaxSeconds: 300,
      followCatalogue: true,
    });
  });

  it.each(Object.keys(KNOWN))('start nothing without %s', (name) => {
    expect(() => loadConfig(PortalConfig, { ...KNOWN, [name]: undefined })).toThrow(ConfigurationFaults);
    expect(() => loadConfig(PortalConfig, { ...KNOWN, [name]: undefined })).toThrow(name);
  });
});
