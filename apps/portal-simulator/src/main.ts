import { appendChange, readChanges } from './change-log.js';
import { startPortal } from './start-portal.js';

const {
  PORT = '3910',
  HOST = '127.0.0.1',
  MOTCUA_PORTAL_DESTINATION,
  MOTCUA_PORTAL_USERNAME,
  MOTCUA_PORTAL_PASSWORD,
  MOTCUA_PORTAL_UNIT,
  MOTCUA_PORTAL_PUBLIC_URL,
  MOTCUA_PORTAL_FILE,
  MOTCUA_PORTAL_PROVINCE_URL,
  MOTCUA_PORTAL_TOKEN_URL,
  MOTCUA_PORTAL_CLIENT_ID = 'national-portal',
  MOTCUA_PORTAL_CLIENT_SECRET,
  MOTCUA_PORTAL_SCOPE = 'portal.deliver portal.read',
} = process.env;

if (!MOTCUA_PORTAL_DESTINATION || !MOTCUA_PORTAL_USERNAME || !MOTCUA_PORTAL_PASSWORD || !MOTCUA_PORTAL_UNIT) {
  process.stderr.write(
    'Set MOTCUA_PORTAL_DESTINATION, MOTCUA_PORTAL_USERNAME, MOTCUA_PORTAL_PASSWORD and MOTCUA_PORTAL_UNIT as the service\n' +
      'national-portal has them. MOTCUA_PORTAL_PROVINCE_URL, MOTCUA_PORTAL_TOKEN_URL and MOTCUA_PORTAL_CLIENT_SECRET let it tell\n' +
      'the province what citizens do, as the client MOTCUA_PORTAL_CLIENT_ID (national-portal) with the scopes\n' +
      'MOTCUA_PORTAL_SCOPE (portal.deliver portal.read). PORT (3910) and HOST (127.0.0.1) say where to listen; MOTCUA_PORTAL_PUBLIC_URL is the\n' +
      'address that others see, MOTCUA_PORTAL_FILE keeps what it holds.\n',
  );
  process.exit(1);
}

if (!/^\d{1,5}$/.test(PORT)) {
  process.stderr.write(`PORT is "${PORT}": give a number.\n`);
  process.exit(1);
}

const running = await startPortal({
  port: Number(PORT),
  host: HOST,
  destination: MOTCUA_PORTAL_DESTINATION,
  username: MOTCUA_PORTAL_USERNAME,
  password: MOTCUA_PORTAL_PASSWORD,
  unit: MOTCUA_PORTAL_UNIT,
  ...(MOTCUA_PORTAL_PUBLIC_URL && { publicUrl: MOTCUA_PORTAL_PUBLIC_URL }),
  ...(MOTCUA_PORTAL_PROVINCE_URL &&
    MOTCUA_PORTAL_TOKEN_URL &&
    MOTCUA_PORTAL_CLIENT_SECRET && {
      province: {
        url: MOTCUA_PORTAL_PROVINCE_URL,
        tokenUrl: MOTCUA_PORTAL_TOKEN_URL,
        clientId: MOTCUA_PORTAL_CLIENT_ID,
        clientSecret: MOTCUA_PORTAL_CLIENT_SECRET,
        scope: MOTCUA_PORTAL_SCOPE,
      },
    }),
  ...(MOTCUA_PORTAL_FILE && { known: readChanges(MOTCUA_PORTAL_FILE), onChange: appendChange(MOTCUA_PORTAL_FILE) }),
});
process.stdout.write(`Simulated national portal on ${running.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
