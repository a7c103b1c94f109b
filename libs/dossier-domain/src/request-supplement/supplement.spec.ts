import {
  completeSupplement,
  type SupplementCompletion,
  takeAsEnough,
} from '../complete-supplement/complete-supplement.js';
import { refuseWhenSupplementExpires } from '../expire-supplement/refuse-when-supplement-expires.js';
import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import { at, calendar, life, refusalOf, wall } from '../testing.fixture.js';
import { requestSupplement, type SupplementRequest } from './request-supplement.js';

const items = [
  { component: 'BAN-VE', field: null, reason: 'Chưa có chữ ký' },
  { component: null, field: '/applicant/address', reason: 'Thiếu số nhà' },
];

const request: SupplementRequest = {
  items,
  components: ['DON-DE-NGHI', 'BAN-VE'],
  formFields: ['/formData/soNha'],
  earlierRequests: 0,
  supplementTermWorkingDays: 5,
  calendar,
  now: at('2026-11-23T16:00:00'),
};

const deadlineAt = at('2026-12-01T16:00:00');

const completion: SupplementCompletion = {
  channel: 'online',
  request: { number: 1, items, parts: [], deadlineAt },
  attachedSince: ['BAN-VE'],
  formFaults: [],
  changed: () => true,
  calendar,
  now: at('2026-11-26T09:00:00'),
};

describe('asking for a supplement before acceptance', () => {
  it('gives the applicant a deadline of their own, in working days (R9)', () => {
    const requested = requestSupplement(life('registered'), request);
    expect(requested).toMatchObject({ status: 'supplementRequired', number: 1, requestedAt: request.now, items });
    // Tuesday 24 November is a day off, and a weekend follows.
    expect(wall(requested.deadlineAt)).toBe('2026-12-01T16:00:00');
  });

  it('after closing time starts that deadline at the next opening', () => {
    const requested = requestSupplement(life('registered'), { ...request, now: at('2026-11-23T18:00:00') });
    expect(wall(requested.deadlineAt)).toBe('2026-12-01T17:00:00');
  });

  it('counts the requests of the dossier (R10)', () => {
    expect(requestSupplement(life('registered'), { ...request, earlierRequests: 1 }).number).toBe(2);
  });

  it('asks for a paper beyond the list by its name, under a code of its own (R21)', () => {
    const lease = { component: null, name: 'Hợp đồng thuê bến', field: null, reason: 'Chưa có hợp đồng' };
    const asked = requestSupplement(life('registered'), { ...request, items: [...items, lease], earlierRequests: 1 });
    expect(asked.items.at(-1)).toEqual({ ...lease, component: 'KHAC-2-3' });
  });

  it('asks for no field that the applicant cannot change: one letter typed wrong is refused where it is asked (R21)', () => {
    const ask = (field: string) =>
      requestSupplement(life('registered'), {
        ...request,
        items: [{ component: null, field, reason: 'Thiếu số nhà' }],
      });
    expect(ask('/formData/soNha').status).toBe('supplementRequired');
    for (const field of ['/formData/soNhaa', '/applicant/identity/number', '/delivery/method'])
      expect(refusalOf(() => ask(field)).faults).toEqual(['/items/0/field DOSSIER.FIELD_UNKNOWN']);
  });

  it('is not completed while a field that was asked for is as before (R21)', () => {
    const same = { ...completion, changed: (pointer: string) => pointer !== '/applicant/address' };
    expect(refusalOf(() => completeSupplement(life('supplementRequired', false), same))).toMatchObject({
      code: 'DOSSIER.COMPONENTS_MISSING',
      faults: ['/applicant/address DOSSIER.FIELD_UNCHANGED'],
    });
  });

  it('is refused when it asks for nothing, or does not say why', () => {
    expect(refusalOf(() => requestSupplement(life('registered'), { ...request, items: [] }))).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      faults: ['/items DOSSIER.FIELD_REQUIRED'],
    });
    const unsaid = [{ component: 'BAN-VE', field: null, reason: '\n' }];
    expect(refusalOf(() => requestSupplement(life('registered'), { ...request, items: unsaid })).faults).toEqual([
      '/items/0/reason DOSSIER.FIELD_REQUIRED',
    ]);
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'registered'))('is refused when it is %s', (status) => {
    expect(() => requestSupplement(life(status), request)).toThrow(MoveNotAllowed);
  });
});

describe('completing a supplement', () => {
  it('before acceptance registers the dossier again, and 8 working hours run anew (R6)', () => {
    const completed = completeSupplement(life('supplementRequired'), completion);
    expect(completed).toMatchObject({
      number: 1,
      completedAt: completion.now,
      afterAcceptance: false,
      status: 'registered',
    });
    expect(wall('receptionDueAt' in completed ? completed.receptionDueAt : null)).toBe('2026-11-27T09:00:00');
  });

  it.each(['counter', 'post'] as const)('through the channel %s has no reception deadline', (channel) => {
    expect(completeSupplement(life('supplementRequired'), { ...completion, channel })).toMatchObject({
      receptionDueAt: null,
    });
  });

  it('after acceptance changes no status: the case is asked', () => {
    expect(completeSupplement(life('supplementRequired', true), completion)).toEqual({
      number: 1,
      completedAt: completion.now,
      afterAcceptance: true,
    });
  });

  it.each([false, true])('is in time at its deadline, and too late after it (accepted before: %s)', (everAccepted) => {
    const dossier = life('supplementRequired', everAccepted);
    expect(completeSupplement(dossier, { ...completion, now: deadlineAt })).toMatchObject({ completedAt: deadlineAt });
    const late = { ...completion, now: deadlineAt.add({ milliseconds: 1 }) };
    expect(refusalOf(() => completeSupplement(dossier, late))).toMatchObject({
      code: 'DOSSIER.SUPPLEMENT_EXPIRED',
      evidence: { number: 1, deadlineAt: '2026-12-01T16:00:00+07:00' },
    });
  });

  it.each([false, true])('is refused while what was asked for has not come (accepted before: %s)', (everAccepted) => {
    const formFaults = [{ pointer: '/formData/address', code: 'X', detail: { vi: 'Sai', en: 'Wrong' } }];
    const empty = { ...completion, attachedSince: ['DON-DE-NGHI'], formFaults };
    expect(refusalOf(() => completeSupplement(life('supplementRequired', everAccepted), empty))).toEqual({
      code: 'DOSSIER.COMPONENTS_MISSING',
      evidence: { missing: ['BAN-VE'] },
      faults: ['/components/BAN-VE DOSSIER.COMPONENT_MISSING', '/formData/address X'],
    });
    const nothing = { ...completion, attachedSince: [], changed: () => false };
    expect(refusalOf(() => completeSupplement(life('supplementRequired', everAccepted), nothing)).faults).toEqual([
      '/components/BAN-VE DOSSIER.COMPONENT_MISSING',
      '/applicant/address DOSSIER.FIELD_UNCHANGED',
    ]);
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'supplementRequired'))(
    'is refused when it is %s',
    (status) => {
      expect(() => completeSupplement(life(status), completion)).toThrow(MoveNotAllowed);
    },
  );
});

describe('a supplement that comes in parts (R9)', () => {
  const asked = life('supplementRequired');
  const part = { ...completion, partly: true, attachedSince: ['BAN-VE'], changed: () => false };
  const inPart = { ...completion.request, parts: [{ at: '2026-11-26T02:00:00Z', items: [1] }] };

  it('stays open with a mark at each item, until all of it is there', () => {
    expect(completeSupplement(asked, part)).toEqual({
      number: 1,
      part: { at: '2026-11-26T02:00:00Z', items: [1] },
      missing: [items[1]],
    });
    // The paper is there; its file is not asked for again, and the field may be as it is.
    const rest = { ...completion, partly: true, attachedSince: [], request: inPart };
    expect(completeSupplement(asked, { ...rest, changed: () => true })).toMatchObject({ status: 'registered' });
    expect(refusalOf(() => completeSupplement(asked, { ...rest, changed: () => false }))).toMatchObject({
      code: 'DOSSIER.COMPONENTS_MISSING',
      faults: ['/applicant/address DOSSIER.FIELD_UNCHANGED'],
    });
  });

  it('keeps its deadline', () => {
    const late = { ...part, now: deadlineAt.add({ milliseconds: 1 }) };
    expect(refusalOf(() => completeSupplement(asked, late))).toMatchObject({ code: 'DOSSIER.SUPPLEMENT_EXPIRED' });
    expect(completeSupplement(asked, { ...part, now: deadlineAt })).toMatchObject({ part: { items: [1] } });
  });

  it('takes no part with a form that its schema refuses', () => {
    const formFaults = [{ pointer: '/formData/address', code: 'X', detail: { vi: 'Sai', en: 'Wrong' } }];
    expect(refusalOf(() => completeSupplement(asked, { ...part, formFaults })).faults).toEqual(['/formData/address X']);
  });

  it('is complete with everything at once, however it is called', () => {
    expect(completeSupplement(asked, { ...completion, partly: true })).toMatchObject({ status: 'registered' });
  });

  it('is taken as enough by an officer where a part is there, and 8 working hours run anew (R6)', () => {
    const enough = takeAsEnough(asked, { ...completion, request: inPart });
    expect(enough).toMatchObject({ status: 'registered', completedAt: completion.now });
    expect(wall('receptionDueAt' in enough ? enough.receptionDueAt : null)).toBe('2026-11-27T09:00:00');
    expect(refusalOf(() => takeAsEnough(asked, completion))).toMatchObject({
      code: 'DOSSIER.SUPPLEMENT_NOTHING_GIVEN',
    });
    expect(() => takeAsEnough(life('supplementRequired', true), { ...completion, request: inPart })).toThrow(
      MoveNotAllowed,
    );
  });

  it('is refused at its deadline for what is still missing alone', () => {
    expect(refuseWhenSupplementExpires(asked, inPart, deadlineAt).faults).toEqual([items[1]]);
  });
});

describe('a supplement that never came', () => {
  it('refuses the dossier at its deadline, with what had been asked for (R9)', () => {
    expect(refuseWhenSupplementExpires(life('supplementRequired'), completion.request, deadlineAt)).toEqual({
      status: 'refused',
      refusedAt: deadlineAt,
      reason: 'Quá thời hạn bổ sung hồ sơ mà không nhận được hồ sơ bổ sung.',
      faults: items,
    });
  });

  it('refuses nothing before its deadline', () => {
    const before = deadlineAt.subtract({ milliseconds: 1 });
    expect(
      refusalOf(() => refuseWhenSupplementExpires(life('supplementRequired'), completion.request, before)),
    ).toMatchObject({
      code: 'DOSSIER.SUPPLEMENT_NOT_EXPIRED',
      evidence: { number: 1, deadlineAt: '2026-12-01T16:00:00+07:00' },
    });
  });

  it('is left to the case after acceptance', () => {
    expect(() => refuseWhenSupplementExpires(life('supplementRequired', true), completion.request, deadlineAt)).toThrow(
      MoveNotAllowed,
    );
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'supplementRequired'))(
    'changes no dossier that is %s',
    (status) => {
      expect(() => refuseWhenSupplementExpires(life(status), completion.request, deadlineAt)).toThrow(MoveNotAllowed);
    },
  );
});
