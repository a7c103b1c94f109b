import { saveReceiptsIn, savedReceipts } from './receipt-provider/saved-receipts.js';
import { startReceiptProvider } from './receipt-provider/start-receipt-provider.js';

const { PORT = '3920', HOST = '127.0.0.1', MOTCUA_RECEIPT_PROVIDER_TOKEN, MOTCUA_RECEIPT_PROVIDER_FILE } = process.env;

if (!MOTCUA_RECEIPT_PROVIDER_TOKEN) {
  process.stderr.write(
    'Set MOTCUA_RECEIPT_PROVIDER_TOKEN as the payment service has it. PORT (3920) and HOST (127.0.0.1) say where to listen;\n' +
      'MOTCUA_RECEIPT_PROVIDER_FILE keeps the receipts.\n',
  );
  process.exit(1);
}
if (!/^\d{1,5}$/.test(PORT)) {
  process.stderr.write(`PORT is "${PORT}": give a number.\n`);
  process.exit(1);
}
const running = await startReceiptProvider({
  port: Number(PORT),
  host: HOST,
  token: MOTCUA_RECEIPT_PROVIDER_TOKEN,
  ...(MOTCUA_RECEIPT_PROVIDER_FILE && {
    known: savedReceipts(MOTCUA_RECEIPT_PROVIDER_FILE),
    onChange: saveReceiptsIn(MOTCUA_RECEIPT_PROVIDER_FILE),
  }),
});
process.stdout.write(`Simulated receipt provider on ${running.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
