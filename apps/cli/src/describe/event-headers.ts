const text = (description: string, more: object = {}): object => ({ type: 'string', description, ...more });

/** The CloudEvents attributes of every event: headers of the Kafka message, their values texts in UTF-8. */
export const EVENT_HEADERS = {
  type: 'object',
  required: ['content-type', 'ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'],
  properties: {
    'content-type': text('Of the value', { const: 'application/json' }),
    ce_specversion: text('CloudEvents', { const: '1.0' }),
    ce_id: text('Of this event alone; the same whenever it is sent again', { format: 'uuid' }),
    ce_source: text('The service that published it', { examples: ['/motcua/intake'] }),
    ce_type: text('Name of the contract, with its version'),
    ce_subject: text('Id of the aggregate; the same as the key'),
    ce_time: text('When it happened, by the legal clock', { format: 'date-time' }),
    ce_sequence: text("Counts the aggregate's published events from 1, without a hole", { pattern: '^[1-9][0-9]*$' }),
    ce_traceparent: text('W3C trace context of the work that published it'),
    ce_correlationid: text('The same through all that one request from outside set off'),
    ce_causationid: text('Id of the event that directly caused this one'),
    ce_historylength: text("Number of lines that the aggregate's history had then", { pattern: '^[1-9][0-9]*$' }),
    ce_historyhead: text('Hash of the last of those lines: a history that was cut or recomputed no longer agrees', {
      pattern: '^[0-9a-f]{64}$',
    }),
  },
} as const;
