import { savePaymentsIn, savedPayments } from './saved-payments.js';
import { startPaymentPlatform } from './start-payment-platform.js';

const {
  PORT = '3900',
  HOST = '127.0.0.1',
  MOTCUA_PAYMENT_PARTNER,
  MOTCUA_PAYMENT_SECRET,
  MOTCUA_PAYMENT_CALLBACK_URL,
  MOTCUA_PAYMENT_PUBLIC_URL,
  MOTCUA_PAYMENT_FILE,
} = process.env;

if (!MOTCUA_PAYMENT_PARTNER || !MOTCUA_PAYMENT_SECRET || !MOTCUA_PAYMENT_CALLBACK_URL) {
  process.stderr.write(
    'Set MOTCUA_PAYMENT_PARTNER and MOTCUA_PAYMENT_SECRET as the payment service has them, and MOTCUA_PAYMENT_CALLBACK_URL to\n' +
      'its …/payment/v1/gateways/national-platform/confirmations. PORT (3900) and HOST (127.0.0.1) say where to listen;\n' +
      'MOTCUA_PAYMENT_PUBLIC_URL is the address that payers see, MOTCUA_PAYMENT_FILE keeps the payments.\n',
  );
  process.exit(1);
}

if (!/^\d{1,5}$/.test(PORT)) {
  process.stderr.write(`PORT is "${PORT}": give a number.\n`);
  process.exit(1);
}

const running = await startPaymentPlatform({
  port: Number(PORT),
  host: HOST,
  partner: MOTCUA_PAYMENT_PARTNER,
  secret: MOTCUA_PAYMENT_SECRET,
  callbackUrl: MOTCUA_PAYMENT_CALLBACK_URL,
  ...(MOTCUA_PAYMENT_PUBLIC_URL && { publicUrl: MOTCUA_PAYMENT_PUBLIC_URL }),
  ...(MOTCUA_PAYMENT_FILE && {
    known: savedPayments(MOTCUA_PAYMENT_FILE),
    onChange: savePaymentsIn(MOTCUA_PAYMENT_FILE),
  }),
});
process.stdout.write(`Simulated payment platform on ${running.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
