import { samplePaper } from '@motcua/scenario';
import type { ScenarioDossier, ScenarioWorld } from '../../scenario/scenario-world.js';

const TEXT = 'Đã kiểm tra thực địa ngày 03/9/2026, biên bản kèm theo.';

/** What an officer notes in a case, with a file: for the agencies that it concerns, and never for the applicant. */
export async function writeNote(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, dates } = world;
  const { specialist, leader, citizen } = participants;
  const path = `/workflow/v1/cases/${id}/notes`;
  expect.answered('a note is written', 201, await client.post(specialist.subject, path, { json: { text: TEXT } }));
  const bytes = await samplePaper('Biên bản kiểm tra thực địa', specialist.name, dates.supplementCompleted);
  const file = { name: 'bien-ban.pdf', bytes };
  expect.answered('its file', 201, await client.post(specialist.subject, `${path}/1/files`, { file }));
  const { body } = expect.answered('the notes', 200, await client.get(leader.subject, path));
  expect.equal('what the leader reads', [body.items[0].text, body.items[0].files.length], [TEXT, 1]);
  expect.answered('the notes to the applicant', 403, await client.get(citizen.subject, path));
  tell.scene({
    at: body.items[0].writtenAt ?? null,
    who: specialist,
    service: 'processing-workflow',
    vi: 'Ghi chú nội bộ kèm biên bản kiểm tra thực địa',
    en: 'Writes a note into the case with the minutes of the inspection; the applicant does not see it',
  });
}
