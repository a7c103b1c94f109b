import { type Json, samplePaper } from '@motcua/scenario';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../../scenario/scenario-world.js';
import { readCase } from '../assign-officer.js';

const LEASE = 'Hợp đồng thuê cửa hàng';

/** One paper beyond the list and one better copy are asked for; the applicant gives them one after the other (R8, R9). */
export async function supplementInParts(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates, procedure } = world;
  const { specialist, citizen } = participants;
  await moveClock(world, dates.supplementRequested);
  const listed = (procedure.variant.components as Json[]).filter((one) => one.required).at(-1);
  const { etag } = await readCase(world, specialist.subject, dossier.id);
  const asked = expect.answered(
    'a paper beyond the list is asked for',
    201,
    await client.post(specialist.subject, `/workflow/v1/cases/${dossier.id}/supplement-requests`, {
      seen: etag,
      json: {
        items: [
          { name: LEASE, reason: 'Cơ sở thuê địa điểm, cần hợp đồng thuê' },
          { component: listed.code, reason: 'Bản chụp bị mờ' },
        ],
      },
    }),
  );
  const { number, items } = asked.body.supplements.at(-1);
  const waiting = await awaitStatus(world, dossier.id, 'supplementRequired');
  tell.scene({
    at: waiting.view.statusSince,
    who: specialist,
    service: 'processing-workflow',
    vi: `Yêu cầu bổ sung “${LEASE}”, giấy tờ ngoài thành phần hồ sơ, và một bản chụp rõ hơn; thời hạn tạm dừng`,
    en: 'Asks for a lease, which is not on the list of papers, and for a clearer copy of another; the term pauses',
    status: 'supplementRequired',
  });
  await moveClock(world, dates.supplementCompleted);
  const give = async (component: string, name: string, partly: boolean, status: number): Promise<Json> => {
    const bytes = await samplePaper(name, citizen.name, dates.supplementCompleted);
    const uploaded = expect.answered(
      `${name} is uploaded`,
      201,
      await client.post(citizen.subject, `/intake/v1/dossiers/${dossier.id}/files?component=${component}`, {
        file: { name: `${component}.pdf`, bytes },
      }),
    );
    const path = `/intake/v1/dossiers/${dossier.id}/supplement-requests/${number}/completion`;
    const given = await client.post(citizen.subject, path, { seen: uploaded.etag, json: { partly } });
    const marks = expect.answered(`${name} is given`, status, given).body.supplementRequests.at(-1).items as Json[];
    return marks.map((item) => item.given);
  };
  expect.equal('what is there after the first part', await give(items[0].component, LEASE, true, 201), [true, false]);
  await awaitAnswer(
    world,
    'the officer sees the part',
    () => client.get(specialist.subject, `/workflow/v1/cases/${dossier.id}`),
    ({ body }) => body.supplements.at(-1).items[0].given === true && body.status === 'awaitingSupplement',
  );
  expect.equal('what is there at last', await give(listed.code, listed.name, false, 202), [true, true]);
  const again = await awaitStatus(world, dossier.id, 'processing');
  tell.scene({
    at: again.view.statusSince,
    who: citizen,
    service: 'dossier-intake',
    vi: `Bổ sung “${LEASE}” trước, bản chụp rõ hơn sau; đã đủ nên thời hạn tính tiếp`,
    en: 'Gives the lease first and the clearer copy later; with both there the term runs on (R8)',
    status: 'processing',
  });
  return again;
}
