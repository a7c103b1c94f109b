import { lineOf, recordOf } from './conformance-records.js';
import {
  differing,
  type Heard,
  isSuccess,
  listIn,
  type PortalUnderTest,
  said,
  saysExists,
  saysMissing,
  saysSessionGone,
  sessionIn,
} from './portal-under-test.js';

/** One thing that the adapter needs of a portal. */
interface ConformanceCheck {
  readonly title: string;
  /** @throws Error saying what came instead */
  readonly run: (portal: PortalUnderTest, codes: () => string) => Promise<void>;
}

function demand(holds: boolean, what: string, heard: Heard): void {
  if (!holds) throw new Error(`${what}; it answers ${said(heard)}`);
}

async function inserted(portal: PortalUnderTest, code: string, change: Record<string, unknown> = {}) {
  const record = recordOf(code, portal.access, change);
  const heard = await portal.send(record, 'False');
  demand(isSuccess(heard), 'a new record is taken with error_code 0 or 00', heard);
  return record;
}

async function holds(portal: PortalUnderTest, record: Record<string, unknown>): Promise<void> {
  const held = await portal.find(String(record['MaHoSo']));
  if (held === null) throw new Error('TraCuuHoSo answers with the record after it was acknowledged; it finds none');
  const fields = differing(record, held);
  if (fields.length > 0) throw new Error(`TraCuuHoSo answers as it was sent; it differs in ${fields.join(', ')}`);
}

/** @param codes the names that the adapter knows a code by, in whatever case */
const listed =
  (service: string, ...codes: readonly string[]): ConformanceCheck['run'] =>
  async (portal) => {
    const heard = await portal.call(service, {});
    demand(isSuccess(heard), 'the list is given', heard);
    const rows = listIn(heard.result);
    if (rows.length === 0) throw new Error('the list has rows; it is empty or no list');
    const isCode = ([name, value]: readonly [string, unknown]): boolean =>
      codes.includes(name.toUpperCase()) && ((typeof value === 'string' && value !== '') || typeof value === 'number');
    const without = rows.filter((row) => !Object.entries(row).some(isCode)).length;
    if (without > 0) throw new Error(`each row has ${codes.join(' or ')}; ${without} of ${rows.length} have none`);
  };

/** In the order of a dossier's life: each uses what those before it left behind only by codes of its own. */
export const CONFORMANCE_CHECKS: readonly ConformanceCheck[] = [
  {
    title: 'login gives a session',
    run: async (portal) => {
      const heard = await portal.logIn();
      demand(isSuccess(heard), 'the login succeeds', heard);
      demand(sessionIn(heard) !== '', 'it has a session', heard);
    },
  },
  {
    title: 'login with a wrong password is refused by code, or HTTP 401',
    run: async (portal) => {
      const heard = await portal.logIn('wrong-on-purpose');
      demand(heard.status === 401 || (heard.code !== '' && !isSuccess(heard)), 'another code than 0 is given', heard);
    },
  },
  {
    title: 'a call with an unknown session is answered -1 or 401 that names the session, or HTTP 401',
    run: async (portal) => {
      const heard = await portal.call('TraCuuHoSo', { mahoso: 'X' }, 'no-such-session');
      demand(saysSessionGone(heard), 'the session is said to be gone', heard);
    },
  },
  {
    title: 'a new record is taken, and answered by TraCuuHoSo as it was sent',
    run: async (portal, codes) => holds(portal, await inserted(portal, codes())),
  },
  {
    title: 'a second insert is answered 3 or -3 “đã tồn tại”, and changes nothing',
    run: async (portal, codes) => {
      const record = await inserted(portal, codes());
      const heard = await portal.send({ ...record, TrangThaiHoSo: '2' }, 'False');
      demand(saysExists(heard), 'it exists', heard);
      await holds(portal, record);
    },
  },
  {
    title: 'an update is taken, and answered by TraCuuHoSo as it was sent',
    run: async (portal, codes) => {
      const record = await inserted(portal, codes());
      const updated = { ...record, TrangThaiHoSo: '2', NgayTiepNhan: record['NgayNopHoSo'] };
      const heard = await portal.send(updated, 'True');
      demand(isSuccess(heard), 'the update is taken', heard);
      await holds(portal, updated);
    },
  },
  {
    title: 'an update of an unknown record is answered 3 or -3 “không tồn tại”',
    run: async (portal, codes) => {
      const heard = await portal.send(recordOf(codes(), portal.access), 'True');
      demand(saysMissing(heard), 'it does not exist', heard);
    },
  },
  {
    title: 'TraCuuHoSo of an unknown code is success without it, or 3 “không tồn tại”',
    run: async (portal, codes) => {
      if ((await portal.find(codes())) !== null) throw new Error('nothing is found; a record is');
    },
  },
  {
    title: 'two inserts of one code at once: one is taken, the other exists',
    run: async (portal, codes) => {
      const record = recordOf(codes(), portal.access);
      const both = await Promise.all([portal.send(record, 'False'), portal.send(record, 'False')]);
      const taken = both.filter(isSuccess).length;
      if (taken !== 1 || !both.some(saysExists))
        throw new Error(`one is taken and one exists; they answer ${both.map(said).join(' and ')}`);
    },
  },
  {
    title: 'four records at once are taken, as the adapter sends them',
    run: async (portal, codes) => {
      for (const record of await Promise.all([1, 2, 3, 4].map(() => inserted(portal, codes()))))
        await holds(portal, record);
    },
  },
  {
    title: 'a summary of 1000 characters is taken whole, letters beyond the basic plane too',
    run: async (portal, codes) => {
      await holds(portal, await inserted(portal, codes(), { TrichYeuHoSo: 'ữ'.repeat(999) + '𠀀' }));
    },
  },
  {
    title: 'a record with a status that does not exist is refused by code, below HTTP 500, where it is not taken',
    run: async (portal, codes) => {
      const heard = await portal.send(recordOf(codes(), portal.access, { TrangThaiHoSo: '11' }), 'False');
      const refused = heard.status < 500 && heard.code !== '' && !isSuccess(heard);
      const saysElse = saysExists(heard) || saysMissing(heard) || saysSessionGone(heard);
      demand(isSuccess(heard) || (refused && !saysElse), 'it is refused, or taken', heard);
    },
  },
  {
    title: 'progress is taken after its record, ten lines in one call',
    run: async (portal, codes) => {
      const code = codes();
      await inserted(portal, code);
      const data = Array.from({ length: 10 }, () => lineOf(code, '1'));
      const heard = await portal.call('CapNhatTienDoHoSoMC', { data });
      demand(isSuccess(heard), 'ten lines are taken', heard);
    },
  },
  {
    title: 'progress of an unknown record is answered 3 or -3 “không tồn tại”',
    run: async (portal, codes) => {
      const heard = await portal.call('CapNhatTienDoHoSoMC', { data: [lineOf(codes(), '1')] });
      demand(saysMissing(heard), 'the record does not exist', heard);
    },
  },
  {
    title: 'LayDanhSachTTHC lists procedures, each with MATTHC',
    run: listed('LayDanhSachTTHC', 'MATTHC', 'MATHUTUC', 'MA'),
  },
  {
    title: 'LayDanhMucCoQuan lists agencies, each with MACOQUAN',
    run: listed('LayDanhMucCoQuan', 'MACOQUAN', 'MADONVI', 'MA'),
  },
  {
    title: 'LayDanhMucLinhVuc lists fields, each with MALINHVUC',
    run: listed('LayDanhMucLinhVuc', 'MALINHVUC', 'MA'),
  },
  {
    title: 'LayThuTuc gives a listed procedure with MATTHC, TENTTHC, CACHTHUCTHUCHIEN and THANHPHANHOSO',
    run: async (portal) => {
      const [first] = listIn((await portal.call('LayDanhSachTTHC', {})).result);
      const heard = await portal.call('LayThuTuc', { maTTHC: first?.['MATTHC'] });
      demand(isSuccess(heard), 'the procedure is given', heard);
      const [found = {}] = listIn(heard.result);
      const absent = ['MATTHC', 'TENTTHC', 'CACHTHUCTHUCHIEN', 'THANHPHANHOSO'].filter((name) => !(name in found));
      if (absent.length > 0) throw new Error(`it lacks ${absent.join(', ')}`);
    },
  },
];
