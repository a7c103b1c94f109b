import { savedOrders, saveOrdersIn } from './postal-service/saved-orders.js';
import { startPostalService } from './postal-service/start-postal-service.js';

const {
  PORT = '3920',
  HOST = '127.0.0.1',
  MOTCUA_POST_TOKEN,
  MOTCUA_POST_NOTICE_TOKEN,
  MOTCUA_POST_NOTICE_URL,
  MOTCUA_POST_FILE,
} = process.env;

if (!MOTCUA_POST_NOTICE_TOKEN || !MOTCUA_POST_NOTICE_URL) {
  process.stderr.write(
    'Set MOTCUA_POST_NOTICE_TOKEN as the intake service has it, and MOTCUA_POST_NOTICE_URL to its\n' +
      '…/intake/v1/postal-service/notices. PORT (3920) and HOST (127.0.0.1) say where to listen; MOTCUA_POST_TOKEN is the\n' +
      'token that senders present, MOTCUA_POST_FILE keeps the orders.\n',
  );
  process.exit(1);
}

if (!/^\d{1,5}$/.test(PORT)) {
  process.stderr.write(`PORT is "${PORT}": give a number.\n`);
  process.exit(1);
}

const running = await startPostalService({
  port: Number(PORT),
  host: HOST,
  secret: MOTCUA_POST_NOTICE_TOKEN,
  noticeUrl: MOTCUA_POST_NOTICE_URL,
  ...(MOTCUA_POST_TOKEN && { token: MOTCUA_POST_TOKEN }),
  ...(MOTCUA_POST_FILE && { known: savedOrders(MOTCUA_POST_FILE), onChange: saveOrdersIn(MOTCUA_POST_FILE) }),
});
process.stdout.write(`Simulated postal service on ${running.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
