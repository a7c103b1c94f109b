import type { ScenarioAnswer } from '@motcua/scenario';
import { payOnline } from './pay.js';
import { payAtCounter } from './pay-at-counter.js';
import { answered, awaitStatus, type Scene } from './scene.js';

const LATE_FEE = {
  lines: [{ kind: 'phi', name: 'Phí kiểm tra thực địa', amount: 120_000 }],
  reason: 'Phải kiểm tra lại điều kiện tại cơ sở',
  legalBasis: 'Thông tư số 101/2020/TT-BTC',
};

/** A fee arises while the case runs: it waits, the fee is paid, and it goes on (R16). */
export async function payLateFee(
  scene: Scene,
  officer: string,
  casePath: string,
  readCase: () => Promise<ScenarioAnswer>,
): Promise<void> {
  const { client, channel } = scene;
  const seen = async (): Promise<string> => (await readCase()).etag;
  const demanded = await client.act('feeDemanded', officer, `${casePath}/fee-demands`, seen, LATE_FEE);
  answered('a fee that arises', demanded, 201);
  await awaitStatus(scene, 'paymentRequired');
  await (channel === 'counter' ? payAtCounter(scene, 'onDemand') : payOnline(scene, 'onDemand'));
  await awaitStatus(scene, 'processing');
}
