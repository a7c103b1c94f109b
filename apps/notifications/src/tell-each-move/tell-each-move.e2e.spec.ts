import { NotificationStory } from '../testing/notification.fixture.js';

describe('telling the applicant of each move (R19)', () => {
  let story: NotificationStory;
  beforeAll(async () => {
    story = await NotificationStory.start();
    await story.agency();
    await story.contact();
  });
  afterAll(() => story.stop());

  it('sends one mail and one message in the application, though every event comes twice', async () => {
    const id = await story.submitted();
    await story.moved(id, {
      from: 'draft',
      to: 'registered',
      dueAt: null,
      receptionDueAt: '2026-11-25T09:00:00+07:00',
    });
    await story.moved(id, { from: 'registered', to: 'accepted' });
    const log = await story.logWhen(id, (lines) => lines.length >= 4 && lines.every(({ state }) => state === 'sent'));
    expect(log.map(({ channel, kind }) => `${kind} ${channel}`).sort()).toEqual([
      'dossier.accepted email',
      'dossier.accepted inApp',
      'dossier.registered email',
      'dossier.registered inApp',
    ]);
    expect(await story.letters()).toHaveLength(2);
  });
});
