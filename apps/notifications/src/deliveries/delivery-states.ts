/**
 * `waitingForContact`: where to write to is not known yet. `due`: to be sent, or tried again. `notSent`: the reason says why
 * nothing was to be sent. `failed`: given up after all attempts, or refused for good.
 */
export const DELIVERY_STATES = ['waitingForContact', 'due', 'sent', 'failed', 'notSent'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
