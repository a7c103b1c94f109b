import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import { at, life, refusalOf } from '../testing.fixture.js';
import { refuse, type RefusalCommand } from './refuse.js';

const command: RefusalCommand = {
  reason: ' Bản vẽ không hợp lệ ',
  faults: [{ component: 'BAN-VE', field: null, reason: 'Không có chữ ký' }],
  components: ['DON-DE-NGHI', 'BAN-VE'],
  now: at('2026-11-25T08:10:00'),
};

describe('refusing a dossier', () => {
  it('ends its life, with a reason and what is at fault (R21)', () => {
    expect(refuse(life('registered'), command)).toEqual({
      status: 'refused',
      refusedAt: command.now,
      reason: 'Bản vẽ không hợp lệ',
      faults: command.faults,
    });
  });

  it('may name a field of the form instead of a component', () => {
    const faults = [{ component: null, field: '/address', reason: 'Thiếu số nhà' }];
    expect(refuse(life('registered'), { ...command, faults }).faults).toEqual(faults);
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'registered' && status !== 'supplementRequired'))(
    'is refused when it is %s',
    (status) => {
      expect(() => refuse(life(status), command)).toThrow(MoveNotAllowed);
    },
  );

  it('may come while a supplement is awaited, but not once the dossier was accepted', () => {
    expect(refuse(life('supplementRequired'), command).status).toBe('refused');
    expect(refusalOf(() => refuse(life('supplementRequired', true), command))).toMatchObject({
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      evidence: { dossierStatus: 'supplementRequired', targetStatus: 'refused' },
    });
  });

  it('is itself refused without a reason and without what is at fault', () => {
    expect(refusalOf(() => refuse(life('registered'), { ...command, reason: ' ', faults: [] }))).toEqual({
      code: 'DOSSIER.INPUT_INVALID',
      evidence: {},
      faults: ['/reason DOSSIER.FIELD_REQUIRED', '/faults DOSSIER.FIELD_REQUIRED'],
    });
  });

  it('learns of every bad remark at once', () => {
    const faults = [
      { component: 'BAN-VE', field: null, reason: '' },
      { component: null, field: ' ', reason: 'Sai' },
      { component: 'KHONG-CO', field: null, reason: 'Sai' },
    ];
    expect(refusalOf(() => refuse(life('registered'), { ...command, faults })).faults).toEqual([
      '/faults/0/reason DOSSIER.FIELD_REQUIRED',
      '/faults/1/component DOSSIER.FIELD_REQUIRED',
      '/faults/2/component DOSSIER.COMPONENT_UNKNOWN',
    ]);
  });
});
