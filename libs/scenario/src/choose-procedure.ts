import { participantsOf, playableAgencies, type Participants } from './participants.js';
import { CannotPlay } from './cannot-play.js';
import type { Json, ScenarioClient } from './scenario-client.js';
import type { ScenarioProcedure } from './scenario-procedure.js';

const CHANNELS = ['online', 'counter'] as const;

/** The agency that the story happens at: a competent one whose officers can be played. */
async function competentAgency(client: ScenarioClient, version: Json): Promise<string> {
  const playable = playableAgencies();
  if (version.competentAgencies) {
    const agencies = version.competentAgencies as string[];
    const found = agencies.find((code) => playable.includes(code));
    if (found !== undefined) return found;
    throw new CannotPlay(
      `Không có cán bộ mẫu nào của ${agencies.join(', ')} · the seed has no officers of ${agencies.join(', ')}: ` +
        `add personas with the roles clerk, specialist, leader and cashier for one of them to the seed's personas.json and officers.json.`,
    );
  }
  for (const code of playable) {
    const { body } = await client.get('citizen', `/catalogue/v1/agencies/${code}`);
    if (body?.level === version.competentLevel) return code;
  }
  throw new CannotPlay(`The seed has no officers of a ${version.competentLevel}.`);
}

/** Reads what is in force of a procedure, and who can play it. @throws CannotPlay with what to do */
export async function chooseProcedure(
  client: ScenarioClient,
  code: string,
): Promise<{ procedure: ScenarioProcedure; participants: Participants }> {
  const { status, body } = await client.get('citizen', `/catalogue/v1/procedures/${encodeURIComponent(code)}`);
  const version = body?.inForce;
  if (status !== 200 || !version) {
    const state = status === 200 ? String(body.state) : 'unknown';
    throw new CannotPlay(
      `Thủ tục ${code} chưa có hiệu lực (${state}). Đề nghị nhập thủ tục và công bố trước. · Procedure ${code} is not in force (${state}). ` +
        'Import it first (npm run import -- <file>) and announce it (POST /catalogue/v1/procedures/{code}/versions/{n}/announcement) ' +
        'on a running npm start, stop that, and play it on its folder: MOTCUA_DATA_DIR=.motcua npm run demo -- --procedure ' +
        code,
    );
  }
  const channel = CHANNELS.find((one) => (version.channels as string[]).includes(one));
  if (channel === undefined) throw new CannotPlay(`Procedure ${code} is taken neither online nor at a counter.`);
  const agency = await competentAgency(client, version);
  return {
    participants: participantsOf(agency)!,
    procedure: {
      code,
      name: version.name,
      version: version.version,
      variant: version.variants[0],
      formSchema: version.formSchema,
      subjects: version.subjects,
      supplementPolicy: version.supplementPolicy,
      channel,
      competentAgency: agency,
    },
  };
}
