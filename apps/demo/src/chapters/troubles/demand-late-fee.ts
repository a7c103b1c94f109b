import { sayMoney, sayMoneyInEnglish } from '../../scenario/words.js';
import { awaitStatus, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';
import { readCase } from '../assign-officer.js';
import { payOnDemand } from '../pay-fee.js';

const AMOUNT = 120_000;

/** A fee arises in the course of the case, is paid, and the case goes on (R16). */
export async function demandLateFee(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants } = world;
  const { specialist } = participants;
  const { etag } = await readCase(world, specialist.subject, dossier.id);
  expect.answered(
    'a fee is asked for',
    201,
    await client.post(specialist.subject, `/workflow/v1/cases/${dossier.id}/fee-demands`, {
      seen: etag,
      json: {
        lines: [{ kind: 'phi', name: 'Phí kiểm tra thực địa', amount: AMOUNT }],
        reason: 'Phải kiểm tra lại điều kiện tại cơ sở',
        legalBasis: 'Thông tư số 101/2020/TT-BTC',
      },
    }),
  );
  const owing = await awaitStatus(world, dossier.id, 'paymentRequired');
  tell.scene({
    at: owing.view.statusSince,
    who: specialist,
    service: 'processing-workflow',
    vi: `Yêu cầu nộp ${sayMoney(AMOUNT)} phát sinh khi kiểm tra thực địa`,
    en: `Asks for ${sayMoneyInEnglish(AMOUNT)} that arose in the course of the case`,
    status: 'paymentRequired',
  });
  await payOnDemand(world, owing);
  return awaitStatus(world, dossier.id, 'processing');
}
