import type { ApiBodyOptions } from '@nestjs/swagger';

const day = { type: 'string', format: 'date' };
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const sessions = { type: 'array', items: { type: 'array', items: time, minItems: 2, maxItems: 2 } };
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The body of `PUT /catalogue/v1/working-calendars/{code}`: what `parseCalendar` of the legal clock reads. */
export const CALENDAR_BODY: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['timeZone', 'sessions'],
    additionalProperties: false,
    properties: {
      name: { type: 'string' },
      timeZone: {
        type: 'string',
        description: 'IANA time zone whose offset is constant in the years used',
        example: 'Asia/Ho_Chi_Minh',
      },
      sessions: {
        type: 'object',
        description: 'Ordered sessions [open, close) of each weekday; an absent weekday has none',
        additionalProperties: false,
        properties: Object.fromEntries(weekdays.map((weekday) => [weekday, sessions])),
        example: {
          monday: [
            ['07:00', '11:30'],
            ['13:30', '17:00'],
          ],
        },
      },
      sameDayCutoff: { ...time, default: '15:00' },
      publishedYears: { type: 'array', items: { type: 'integer' } },
      daysOff: {
        type: 'array',
        items: { type: 'object', required: ['date'], properties: { date: day, name: { type: 'string' } } },
      },
      compensatoryDays: {
        type: 'array',
        items: {
          type: 'object',
          required: ['date', 'replaces'],
          properties: { date: day, replaces: day, name: { type: 'string' } },
        },
      },
    },
  } as never,
};
