import type { ReceivedPapers } from '@motcua/dossier-domain';
import type { StoredFile } from '../persistence/file-row.js';
import { receivedPapers } from './received-papers.js';

const ASKED = ['DON', 'BAN-VE', 'ANH', 'KHAC'].map((code) => ({ code, name: code.toLowerCase() }));
const fileOf = (component: string, change: object = {}): StoredFile =>
  ({ component, reusedFrom: null, fromCitizenStore: false, ...change }) as StoredFile;
const lines = (received: ReceivedPapers | null, files: StoredFile[], channel: 'counter' | 'online' = 'counter') =>
  receivedPapers({ channel, received }, files, ASKED).map(({ name, originals, copies, files: given, note }) =>
    [name, originals, copies, given, note].join(' | '),
  );

describe('what form 01 says was received (R15)', () => {
  it('is what came, and not what the procedure asks for', () => {
    const received = {
      components: [
        { component: 'DON', originals: 1, copies: 0, seenAndReturned: false },
        { component: 'BAN-VE', originals: 0, copies: 2, seenAndReturned: false },
        { component: 'ANH', originals: 0, copies: 1, seenAndReturned: true },
      ],
      further: [{ name: 'Hợp đồng thuê bến', originals: 0, copies: 1 }],
    };
    expect(lines(received, [fileOf('DON'), fileOf('ANH'), fileOf('GIAY-UY-QUYEN')])).toEqual([
      'don | 1 | 0 | 1 | ',
      'ban-ve | 0 | 2 | 0 | notScanned',
      'anh | 0 | 1 | 1 | seenAndReturned',
      'Giấy ủy quyền | 0 | 0 | 1 | ',
      'Hợp đồng thuê bến | 0 | 1 | 0 | ',
    ]);
  });

  it('claims no numbers that the office did not record, and none on paper of what came online', () => {
    expect(lines(null, [fileOf('DON')])).toEqual(['don |  |  | 1 | ']);
    expect(lines(null, [fileOf('DON')], 'online')).toEqual(['don | 0 | 0 | 1 | ']);
  });

  it('says what the state held already, and where', () => {
    const files = [fileOf('DON', { reusedFrom: 'result' }), fileOf('ANH', { fromCitizenStore: true })];
    expect(lines(null, files, 'online')).toEqual(['don | 0 | 0 | 1 | reused', 'anh | 0 | 0 | 1 | fromCitizenStore']);
  });
});
