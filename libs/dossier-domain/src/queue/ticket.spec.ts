import { refusalOf } from '../testing.fixture.js';
import { endTicket, TICKET_STATUSES } from './ticket.js';

describe('a queue ticket', () => {
  it('ends as served, or as absent where nobody came', () => {
    expect([endTicket('called', true), endTicket('called', false)]).toEqual(['served', 'absent']);
  });

  it.each(TICKET_STATUSES.filter((status) => status !== 'called'))(
    'ends once, and after its call: not when it is %s',
    (status) => {
      expect(refusalOf(() => endTicket(status, true))).toMatchObject({
        code: 'TICKET.NOT_CALLED',
        evidence: { ticketStatus: status },
      });
    },
  );
});
