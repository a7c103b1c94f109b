import { setTimeout as pause } from 'node:timers/promises';
import { exampleOf, type Json } from '@motcua/scenario';
import { payBack } from './pay-back.js';
import { payFor } from './pay.js';
import { processCase } from './process-case.js';
import { answered, awaitStatus, etagOf, look, pathOf, type Scene } from './scene.js';
import { submitAtPortal } from './submit-at-portal.js';
import { attach, giveSupplement, itemsAtFault, onBehalf, supplementItems } from './supplement.js';

const HOME = 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';

/** Who pays nothing, and what proves it. */
const POOR = { procedure: '1.004873', code: 'HO-NGHEO', evidence: 'GIAY-HO-NGHEO' };

async function draft(scene: Scene): Promise<void> {
  const { client, participants, channel, dice, paper, procedure, sender } = scene;
  const { competentAgency, variant } = procedure;
  const kind = ['citizen', 'other'].find((one) => procedure.subjects.includes(one));
  const isPoor = procedure.code === POOR.procedure && kind === 'citizen' && dice.chance(0.5);
  const answer = answered(
    'a draft',
    await client.command('draft', sender, '/intake/v1/dossiers', {
      json: {
        procedureCode: procedure.code,
        variant: variant.code,
        channel,
        receivingAgency: competentAgency,
        competentAgency,
        applicant: {
          ...(kind === undefined
            ? { kind: 'enterprise', identity: { type: 'taxCode', number: '0000000017' } }
            : { kind, identity: { type: 'citizenId', number: participants.citizen.citizen_id } }),
          fullName: participants.citizen.name,
          phone: '+84900000001',
          email: 'mau@example.test',
          address: HOME,
        },
        ...(isPoor && { exemptions: [POOR.code] }),
        delivery: { method: 'post', address: HOME },
        formData: exampleOf(procedure.formSchema),
      },
    }),
    201,
  );
  client.life.dossierId = answer.body.id;
  client.life.statuses = ['draft'];
  for (const { code, required } of variant.components as Json[]) {
    if (required) await attach(scene, code, paper);
  }
  if (isPoor) await attach(scene, POOR.evidence, paper);
}

async function submit(scene: Scene): Promise<void> {
  const { client, sender } = scene;
  const answer = await client.race('submission', sender, `${pathOf(scene)}/submission`, etagOf(scene));
  const { code, status } = answered('the submission', answer, 201).body;
  client.life.code = code;
  client.life.statuses = [status];
}

async function supplementBeforeAcceptance(scene: Scene): Promise<void> {
  const { client, participants } = scene;
  const path = `${pathOf(scene)}/supplement-requests`;
  const asked = await client.act(
    'supplementAsked',
    participants.clerk.subject,
    path,
    etagOf(scene),
    supplementItems(scene),
  );
  const requests = answered('the supplement request', asked, 201).body.supplementRequests as Json[] | undefined;
  client.life.statuses = ['supplementRequired'];
  const number = requests?.at(-1)?.number ?? (await look(scene)).body.supplementRequests.at(-1).number;
  await giveSupplement(scene, 'supplementGiven', number);
  client.life.statuses = ['registered'];
}

/** What was paid before is listed once it has ended. */
async function ended(scene: Scene): Promise<true> {
  const { feeLines } = (await look(scene)).body as { feeLines: Json[] };
  if (feeLines.some(({ collectedAt, net }) => collectedAt === 'beforeAcceptance' && net > 0)) await payBack(scene);
  return true;
}

/** True when the life is over. */
async function beforeAcceptance(scene: Scene): Promise<boolean> {
  const { client, participants, dice, sender } = scene;
  if (dice.chance(0.12)) await supplementBeforeAcceptance(scene);
  if (dice.chance(0.07)) {
    const json = { reason: 'Người nộp không còn nhu cầu.', ...(await onBehalf(scene)) };
    const path = `${pathOf(scene)}/withdrawal`;
    answered('the withdrawal', await client.act('withdrawal', sender, path, etagOf(scene), json), 201);
    client.life.statuses = ['withdrawn'];
    return ended(scene);
  }
  if (dice.chance(0.07)) {
    const json = { reason: 'Không thuộc thẩm quyền.', faults: itemsAtFault(scene) };
    const path = `${pathOf(scene)}/refusal`;
    answered('the refusal', await client.act('refusal', participants.clerk.subject, path, etagOf(scene), json), 201);
    client.life.statuses = ['refused'];
    return ended(scene);
  }
  return false;
}

async function accept(scene: Scene, cashReceiptNumber: string | undefined): Promise<void> {
  const { client, participants, dice } = scene;
  const path = `${pathOf(scene)}/acceptance`;
  const clerk = participants.clerk.subject;
  const isPaid = cashReceiptNumber === undefined || (await look(scene)).body.status === 'registered';
  const json = isPaid ? {} : { cashReceiptNumber };
  const answer = await (dice.chance(0.4)
    ? client.race('acceptance', clerk, path, etagOf(scene), json)
    : client.act('acceptance', clerk, path, etagOf(scene), json));
  answered('the acceptance', answer, 201);
  client.life.statuses = ['accepted'];
  client.life.accepted = true;
}

async function giveBack(scene: Scene): Promise<void> {
  const { client, participants } = scene;
  await awaitStatus(scene, 'processed');
  await payFor(scene, 'beforeReturn');
  const json = { method: 'post', trackingNumber: 'EX000000001VN' };
  for (; ; await pause(500)) {
    const answer = await client.act(
      'return',
      participants.clerk.subject,
      `${pathOf(scene)}/return`,
      etagOf(scene),
      json,
    );
    if (answer.status === 201) break;
    // The payment arrives by event.
    answered('the return', answer, 409);
  }
  client.life.statuses = ['returned'];
}

/** One dossier from draft, or from the national portal, to its end, by choices that the dice make. */
export async function live(scene: Scene): Promise<void> {
  if (scene.portalUrl === null) {
    await draft(scene);
    await submit(scene);
  } else await submitAtPortal(scene, scene.portalUrl);
  const cashReceipt = await payFor(scene, 'beforeAcceptance');
  if (cashReceipt === undefined) await awaitStatus(scene, 'registered');
  if (cashReceipt === undefined && (await beforeAcceptance(scene))) return;
  await accept(scene, cashReceipt);
  if (await processCase(scene)) await giveBack(scene);
}
