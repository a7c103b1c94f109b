import type { Json } from '@motcua/scenario';
import type { ScenarioDossier, ScenarioWorld } from '../../scenario/scenario-world.js';
import { HOME } from '../submit-dossier.js';

const RIGHT = 'Số 11 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';

/** The former value is kept, with why and who asked. */
export async function correctTypo(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants } = world;
  const path = `/intake/v1/dossiers/${dossier.id}/corrections`;
  const answer = expect.answered(
    'the address is corrected',
    201,
    await client.post(participants.clerk.subject, path, {
      seen: dossier.etag,
      json: { reason: 'Gõ sai số nhà', askedBy: participants.citizen.name, applicant: { address: RIGHT } },
    }),
  );
  expect.equal('address', answer.body.applicant.address, RIGHT);
  const [kept] = (await client.get(participants.citizen.subject, path)).body.items as Json[];
  expect.equal('what is kept of the correction', kept.changes, [
    { field: '/applicant/address', before: HOME, after: RIGHT },
  ]);
  tell.scene({
    at: kept.correctedAt,
    who: participants.clerk,
    service: 'dossier-intake',
    vi: 'Sửa số nhà gõ sai; giá trị cũ, lý do và người đề nghị được giữ lại',
    en: 'Corrects a typo in the address; former value, reason and who asked are kept',
  });
  return { ...dossier, etag: answer.etag, view: answer.body };
}
