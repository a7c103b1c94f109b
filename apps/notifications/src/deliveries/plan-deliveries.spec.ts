import { DEFAULT_PREFERENCE } from '../preferences/preference.js';
import { planDeliveries } from './plan-deliveries.js';

describe('planning the deliveries of a message', () => {
  it('sends mail and shows the message, where the applicant is known', () => {
    expect(planDeliveries('dossier.accepted', DEFAULT_PREFERENCE, 'known')).toEqual([
      { channel: 'email', state: 'due', reason: null },
      { channel: 'inApp', state: 'sent', reason: null },
    ]);
  });

  it('holds the mail until the contact comes', () => {
    expect(planDeliveries('dossier.accepted', DEFAULT_PREFERENCE, 'unknown')).toEqual([
      { channel: 'email', state: 'waitingForContact', reason: null },
      { channel: 'inApp', state: 'sent', reason: null },
    ]);
  });

  it('sends nothing to an erased applicant, and says so', () => {
    expect(planDeliveries('dossier.accepted', DEFAULT_PREFERENCE, 'erased')).toEqual([
      { channel: 'email', state: 'notSent', reason: 'applicantErased' },
      { channel: 'inApp', state: 'notSent', reason: 'applicantErased' },
    ]);
  });

  it('leaves out the channel that is not wanted, and says so', () => {
    expect(planDeliveries('dossier.accepted', { ...DEFAULT_PREFERENCE, email: false }, 'unknown')).toEqual([
      { channel: 'email', state: 'notSent', reason: 'channelNotWanted' },
      { channel: 'inApp', state: 'sent', reason: null },
    ]);
  });

  it('has one delivery for what is read in the application only', () => {
    expect(planDeliveries('task.assigned', { ...DEFAULT_PREFERENCE, inApp: false }, 'known')).toEqual([
      { channel: 'inApp', state: 'notSent', reason: 'channelNotWanted' },
    ]);
  });
});
