import { fillPortalForm, type Json, portalPaper, samplePaper } from '@motcua/scenario';
import { actAtPortal, portalTime } from '../scenario/at-portal.js';
import { awaitAnswer, moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { expectSubmission, HOME, sayFees, tellReceptionDue } from './submit-dossier.js';

/** The citizen fills in the portal's form and uploads the papers there. Answers our id of the dossier. */
async function handIn(world: ScenarioWorld, portalCode: string): Promise<string> {
  const { expect, tell, participants, procedure, dates } = world;
  const { citizen } = participants;
  const components = (procedure.variant.components as Json[]).filter((one) => one.required);
  const papers: Json[] = [];
  for (const { code, name } of components)
    papers.push(portalPaper(code, `${code}.pdf`, await samplePaper(name, citizen.name, dates.submitted)));
  const { answer } = await actAtPortal(
    world,
    'dossiers',
    fillPortalForm({
      portalCode,
      procedure,
      citizen,
      home: HOME,
      submittedAt: portalTime(dates.submitted),
      papers,
    }),
  );
  expect.equal('code that the province has taken', answer.portalCode, portalCode);
  tell.scene({
    at: dates.submitted.toString(),
    who: citizen,
    service: 'portal-simulator',
    vi: `Nộp hồ sơ trên Cổng Dịch vụ công quốc gia: ${procedure.name}; mã của Cổng ${portalCode}`,
    en: `Submits procedure ${procedure.code} at the National Public Service Portal, with ${components.length} papers`,
    details: components.map(({ code, name }) => `· ${name} (${code}.pdf)`),
  });
  return String(answer.id);
}

/** R1, R22: what a citizen submits at the national portal is here with a code of ours beside the portal's, and its fee. */
export async function submitAtPortal(world: ScenarioWorld, portalCode: string): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates, procedure } = world;
  await moveClock(world, dates.submitted);
  const id = await handIn(world, portalCode);
  const { body: view, etag } = await awaitAnswer(
    world,
    'the dossier of the portal is submitted here',
    () => client.get(participants.citizen.subject, `/intake/v1/dossiers/${id}`),
    (answer) => answer.status === 200 && answer.body.status !== 'draft',
  );
  expect.equal('code of the portal (R22)', view.portalCode, portalCode);
  expect.equal('channel', view.channel, 'online');
  expectSubmission(world, view);
  const required = (procedure.variant.components as Json[]).filter((one) => one.required).map(({ code }) => code);
  expect.equal(
    'papers that were fetched from the portal',
    (view.files as Json[]).map(({ component, mediaType }) => [component, mediaType]).sort(),
    required.map((code) => [code, 'application/pdf']).sort(),
  );
  expect.equal('what is asked of a dossier that lacks nothing', view.supplementRequests, []);
  tell.scene({
    at: view.submittedAt,
    who: { name: 'Cổng Dịch vụ công quốc gia (mô phỏng) · national portal (simulated)' },
    service: 'national-portal → dossier-intake',
    vi: `Chuyển hồ sơ về tỉnh; giấy tờ được tải về, hồ sơ được cấp mã ${view.code}`,
    en: `Hands the dossier over; its papers are fetched, and it gets the code ${view.code} (R1, R22)`,
    status: view.status,
    details: sayFees(view),
  });
  tellReceptionDue(world, view);
  return { id, code: view.code, etag, view };
}
