import { SERVICES } from '@motcua/local-system';
import { explainDeadline } from './explain-deadline.js';
import type { Json } from '@motcua/scenario';
import type { ScenarioDossier, ScenarioWorld } from '../scenario/scenario-world.js';
import { sayMoney, sayWhen } from '../scenario/words.js';

async function countMoney(world: ScenarioWorld, { id, code }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants } = world;
  const read = async (path: string): Promise<Json> =>
    expect.answered(path, 200, await client.get(participants.cashier.subject, path)).body;
  const assessment = await read(`/payment/v1/assessments/${id}`);
  const receipts = (await read(`/payment/v1/receipts?dossierId=${id}`)).items as Json[];
  const transactions = (await read(`/payment/v1/transactions?dossierId=${id}`)).items as Json[];
  const sum = (items: Json[]): number => items.reduce((total: number, { amount }) => total + Number(amount), 0);
  expect.equal('still owed', assessment.owed, 0);
  expect.equal('received', assessment.balance, assessment.total);
  expect.equal('ledger', sum(transactions), assessment.total);
  expect.equal('receipts', sum(receipts), assessment.total);
  expect.equal(
    'movements that are no payments',
    transactions.filter(({ kind }) => kind !== 'payment'),
    [],
  );
  if (world.procedure.code === '1.001686') expect.equal('total', assessment.total, 115_000);
  tell.heading('Tiền', 'money');
  tell.line(`Phải nộp · owed ${sayMoney(assessment.total)}, đã thu · received ${sayMoney(assessment.balance)}`);
  for (const { id: receipt, number, kind, amount, issuedAt } of receipts) {
    const { bytes } = expect.answered(
      'the receipt',
      200,
      await client.get(participants.cashier.subject, `/payment/v1/receipts/${receipt}/content`),
    );
    const path = await world.save(
      `bien-lai-${kind === 'phi' ? 'phi' : 'le-phi'}-${code}${receipts.length > 2 ? `-${number}` : ''}.pdf`,
      bytes,
    );
    tell.line(
      `Biên lai ${kind === 'phi' ? 'phí' : 'lệ phí'} số ${number}, ${sayMoney(amount)}, ${sayWhen(issuedAt)} · receipt`,
    );
    tell.line(`  ${path}`);
  }
}

async function readHistory(
  { client, expect, tell, participants }: ScenarioWorld,
  { id }: ScenarioDossier,
): Promise<void> {
  const { body } = expect.answered(
    'the history',
    200,
    await client.get(participants.clerk.subject, `/intake/v1/dossiers/${id}/history?limit=100`),
  );
  const lines = body.items as Json[];
  expect.equal(
    'numbers of the history',
    lines.map(({ n }) => n),
    lines.map((_, index) => index + 1),
  );
  expect.equal(
    'links of the history',
    lines.slice(1).map((line) => line.previousHash),
    lines.slice(0, -1).map((line) => line.hash),
  );
  tell.heading('Lịch sử hồ sơ', 'history: append-only, chained by hash');
  for (const { n, at, actor, action, hash } of lines)
    tell.line(`${String(n).padStart(2)}  ${sayWhen(at)}  ${action} – ${actor}  ${hash.slice(0, 8)}`);
}

async function track(
  { client, expect, tell, participants }: ScenarioWorld,
  { id, code }: ScenarioDossier,
): Promise<void> {
  const path = `/intake/v1/tracking/${code}`;
  const { body, bytes } = expect.answered('public tracking', 200, await client.get(null, path));
  expect.equal('status that everybody may see', body.status, 'returned');
  const text = Buffer.from(bytes).toString('utf8');
  expect.equal(
    'personal data in the public view',
    [participants.citizen.name, participants.citizen.citizen_id ?? ''].filter((one) => text.includes(one)),
    [],
  );
  expect.answered("another person's dossier", 404, await client.get('citizen-2', `/intake/v1/dossiers/${id}`));
  tell.heading('Tra cứu công khai', 'public tracking');
  const page = await client.get(null, `/tra-cuu/${code}`);
  expect.equal(
    'the page for everybody',
    [page.status, Buffer.from(page.bytes).toString('utf8').includes(code)],
    [200, true],
  );
  tell.line(new URL(`/tra-cuu/${code}`, client.server).href);
}

async function findNothingParked({ client, expect }: ScenarioWorld, services: readonly string[]): Promise<void> {
  for (const service of services) {
    const { body } = expect.answered('parked events', 200, await client.get('admin', `/${service}/v1/parked-events`));
    expect.equal(`events parked at ${service}`, body.items, []);
  }
}

/** What is left of the story: why it was due when, the money, who did what, and what anybody may see. */
export async function lookBack(world: ScenarioWorld, dossier: ScenarioDossier): Promise<void> {
  await explainDeadline(world, dossier);
  await countMoney(world, dossier);
  await readHistory(world, dossier);
  await track(world, dossier);
  await findNothingParked(
    world,
    SERVICES.map(({ name }) => name),
  );
}
