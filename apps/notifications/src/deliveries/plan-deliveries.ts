import type { DeliveryState } from './delivery-states.js';
import type { ContactState } from '../applicants/applicants.js';
import type { Preference } from '../preferences/preference.js';
import type { Channel } from '../message-kinds/channels.js';
import { hasChannel, type KindCode } from '../message-kinds/kinds.js';

export interface PlannedDelivery {
  readonly channel: Channel;
  readonly state: DeliveryState;
  /** Why nothing is sent. */
  readonly reason: 'applicantErased' | 'channelNotWanted' | null;
}

const planned = (channel: Channel, wanted: boolean, state: DeliveryState): PlannedDelivery =>
  wanted ? { channel, state, reason: null } : { channel, state: 'notSent', reason: 'channelNotWanted' };

const stateOfMail = (contact: ContactState | 'none'): DeliveryState =>
  contact === 'known' ? 'due' : 'waitingForContact';

/** Which deliveries one message becomes, those that are not made included: the log says why. @param contact `none`: no mail waits for one */
export function planDeliveries(kind: KindCode, wish: Preference, contact: ContactState | 'none'): PlannedDelivery[] {
  const deliveries = [
    ...(hasChannel(kind, 'email') && contact !== 'none' ? [planned('email', wish.email, stateOfMail(contact))] : []),
    // What is read in the application has arrived once it is written.
    ...(hasChannel(kind, 'inApp') ? [planned('inApp', wish.inApp, 'sent')] : []),
  ];
  if (contact !== 'erased') return deliveries;
  return deliveries.map(({ channel }) => ({ channel, state: 'notSent', reason: 'applicantErased' }));
}
