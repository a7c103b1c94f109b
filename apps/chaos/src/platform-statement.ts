import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type { ScenarioAnswer } from '@motcua/scenario';

/** A payment back by the platform, as it would list it. */
export interface PaidBack {
  readonly reference: string;
  readonly transaction: string;
  readonly amount: number;
}

/** What the platform has taken, by its own record: each success, and each that it told us of beside it. `reference number` → đồng. */
export function takenBy(platform: PaymentPlatform): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { reference, state, transaction, amount } of platform.payments.values())
    if (state === '1') taken.set(`${reference} ${transaction}`, amount);
  for (const { sent, status } of platform.callbacks) {
    const { MaLoi, MaThamChieu, MaGiaoDich, SoTien } = sent;
    if (MaLoi !== '00' || status !== 200) continue;
    // A number is one sum of money: the most that was said of it.
    const payment = `${MaThamChieu} ${MaGiaoDich}`;
    taken.set(payment, Math.max(taken.get(payment) ?? 0, Number(SoTien)));
  }
  return taken;
}

/** The platform's statement as CSV; null where it has taken nothing yet. */
export function platformStatement(
  platform: PaymentPlatform,
  back: readonly PaidBack[],
): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null {
  const rows = [
    ...[...takenBy(platform)].map(([payment, amount]) => [...payment.split(' '), amount, 'Thanh toán']),
    ...back.map(({ reference, transaction, amount }) => [reference, transaction, amount, 'Hoàn trả']),
  ];
  if (rows.length === 0) return null;
  const lines = ['Mã tham chiếu,Mã giao dịch,Số tiền,Loại giao dịch', ...rows.map((row) => row.join(','))];
  return { name: 'sao-ke.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
}

/** Where a statement of today is imported. */
export async function statementPath(get: (path: string) => Promise<ScenarioAnswer>): Promise<string> {
  const { body } = await get('/development/v1/clock');
  const now = Temporal.Instant.from(body.now).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
  return `/payment/v1/reconciliations?method=nationalPlatform&format=csv&from=${now.subtract({ days: 1 }).toString()}&to=${now.add({ days: 1 }).toString()}`;
}
