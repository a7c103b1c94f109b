import { checkReceived, receivedOnPaper } from './received-papers.js';

const LINE = { component: 'BAN-VE', originals: 1, copies: 2, seenAndReturned: false };
const SEEN = { component: 'ANH', originals: 0, copies: 0, seenAndReturned: true };

describe('what was received at the counter', () => {
  it('is a component of the procedure, or a paper beyond the list with a name of its own', () => {
    const further = [{ name: 'Hợp đồng thuê bến', originals: 0, copies: 1 }];
    expect(checkReceived({ components: [LINE, SEEN], further }, ['BAN-VE', 'ANH'])).toEqual([]);
  });

  it('is at least one paper in each line, and one line for each component', () => {
    const components = [LINE, { ...LINE, originals: 0, copies: 0 }, { ...LINE, component: 'LA' }];
    const further = [{ name: 'Giấy lạ', originals: 0, copies: 0 }];
    expect(checkReceived({ components, further }, ['BAN-VE']).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      [
        '/components/1/component DOSSIER.COMPONENT_TWICE',
        '/components/1 DOSSIER.NOTHING_RECEIVED',
        '/components/2/component DOSSIER.COMPONENT_UNKNOWN',
        '/further/0 DOSSIER.NOTHING_RECEIVED',
      ],
    );
  });

  it('is there although it was not scanned, or was compared and given back at once (R20)', () => {
    const nothing = { component: 'DON', originals: 0, copies: 0, seenAndReturned: false };
    expect(receivedOnPaper({ components: [LINE, SEEN, nothing], further: [] })).toEqual(['BAN-VE', 'ANH']);
    expect(receivedOnPaper(null)).toEqual([]);
  });
});
