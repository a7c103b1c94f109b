import {
  AgencyChangedV1,
  CaseCompletedV1,
  CaseStartedV1,
  DossierPapersLostV1,
  DossierPostedV1,
  DossierPostFailedV1,
  DossierReminderDueV1,
  DossierReturnedV1,
  sampleOf,
} from '@motcua/contracts';
import { type RunningPostalService, startPostalService } from '@motcua/portal-simulator';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { everyEventFits } from './every-event-fits.fixture.js';
import { type Intake, startIntake } from './intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const POST = 'H48.201';
const SECRET = 'secret-of-the-test-run';

describe('the post office, and results by post', () => {
  let intake: Intake;
  let service: RunningPostalService;
  let postal: ApiClient;

  beforeAll(async () => {
    service = await startPostalService({ token: 'token', secret: SECRET });
    intake = await startIntake({
      environment: {
        MOTCUA_POST_URL: service.url,
        MOTCUA_POST_TOKEN: 'token',
        MOTCUA_POST_NOTICE_TOKEN: SECRET,
        MOTCUA_POST_TIMEOUT_MS: '500',
        MOTCUA_POST_RETRY_SECONDS: '1',
      },
    });
    service.service.noticeUrl = `${intake.system.url}/intake/v1/postal-service/notices`;
    const office = { ...sampleOf(AgencyChangedV1), code: POST, legacyCode: '000.00.201.H48', name: 'Bưu cục Bình Sơn' };
    const place = { level: 'commune', kind: 'postOffice', ancestors: ['H48', POST], calendar: null } as const;
    await intake.system.foreign.deliver(AgencyChangedV1, POST, { ...office, ...place });
    await eventually(
      async () => (await intake.system.sql(`SELECT FROM intake.agency_copy WHERE kind = 'postOffice'`)).length === 1,
    );
    postal = await intake.system.as({ sub: 'postal', roles: ['postal-clerk'], agency: POST, name: 'Kiều Văn Mẫu' });
  });
  afterEach(() => service.service.misbehave({}));
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const act = (client: ApiClient, id: string, action: string, body: unknown, ifMatch: string) =>
    client.post(`/intake/v1/dossiers/${id}/${action}`, body, { ifMatch });
  const dataOf = async (id: string, { type }: { type: string }): Promise<Json[]> =>
    (await intake.published(id)).filter((event) => event.type === type).map(({ data }) => data);
  const codesOf = (bag: Json): string[] => bag.items.map(({ code }: Json) => code);
  const processed = async (change = {}) => {
    const { foreign } = intake.system;
    const { id, code } = await intake.accepted({ ...FREE, ...change });
    await foreign.deliver(CaseStartedV1, id, { ...sampleOf(CaseStartedV1), dossierId: id, agency: 'H48.12' });
    await foreign.deliver(CaseCompletedV1, id, { ...sampleOf(CaseCompletedV1), dossierId: id });
    return { id, code, etag: await intake.until(id, 'processed') };
  };
  const handIn = () => intake.submit(postal, { ...FREE, channel: 'post' });
  const make = (client: ApiClient, to: string, dossiers: readonly string[], contents = 'results') =>
    client.post('/intake/v1/bags', { to, dossiers, contents });
  const move = (client: ApiClient, bag: Json, action: string, body: object) =>
    client.post(`/intake/v1/bags/${bag.id}/${action}`, body, { ifMatch: `"${bag.version}"` });
  const handOver = async (client: ApiClient, bag: Json): Promise<Json> =>
    (await move(client, bag, 'hand-over', { found: codesOf(bag), takenOverBy: 'Đường thư 5' })).body;

  describe('papers that are handed in at a post office', () => {
    it('are received by the one-stop office when it has counted them, and accepted then, not before (R3, R23)', async () => {
      const { id, etag, code } = await handIn();
      expect((await intake.get(postal, id)).submissionAgency).toBe(POST);
      const accept = (ifMatch: string) => act(intake.clerk, id, 'acceptance', {}, ifMatch);
      expect((await accept(etag)).body).toMatchObject({ code: 'DOSSIER.PAPERS_NOT_HERE', state: 'here', agency: POST });
      const made = await make(postal, 'H48.12', [id], 'papers');
      expect(made).toMatchObject({
        status: 201,
        body: {
          status: 'made',
          contents: 'papers',
          from: POST,
          to: 'H48.12',
          answerable: POST,
          number: `${POST}-T000001`,
        },
      });
      expect((await accept(etag)).body).toMatchObject({ code: 'DOSSIER.PAPERS_NOT_HERE', state: 'underWay' });
      const handed = await handOver(postal, made.body);
      expect(handed).toMatchObject({ status: 'handedOver', answerable: POST, takenOverBy: 'Đường thư 5' });
      const counted = await move(intake.clerk, handed, 'count', { found: [code] });
      expect(counted.body).toMatchObject({
        status: 'counted',
        answerable: 'H48.12',
        differences: { missing: [], unexpected: [] },
      });
      expect(await accept(etag)).toMatchObject({ status: 201, body: { status: 'accepted' } });
    });

    it('go to the office that receives them; a post office receives, decides and collects nothing', async () => {
      const { id, etag } = await handIn();
      expect((await make(postal, 'H48.04', [id], 'papers')).body.errors).toMatchObject([
        { pointer: '/dossiers/0', code: 'BAG.OTHER_OFFICE_RECEIVES' },
      ]);
      const online = await intake.registered(FREE);
      expect((await make(intake.clerk, POST, [online.id], 'papers')).body.errors).toMatchObject([
        { pointer: '/dossiers/0', code: 'BAG.NOT_HANDED_IN_HERE' },
      ]);
      expect((await act(postal, id, 'acceptance', {}, etag)).status).toBe(403);
      expect((await postal.get(`/intake/v1/dossiers/${online.id}`)).status).toBe(404);
      const draft = (change: object) => intake.draft(postal, { ...FREE, channel: 'post', ...change }, []);
      await expect(draft({ receivingAgency: POST })).rejects.toThrow('DOSSIER.AGENCY_RECEIVES_NOTHING');
      await expect(draft({ channel: 'counter' })).rejects.toThrow('DOSSIER.CHANNEL_NOT_YOURS');
    });
  });

  describe('a bag', () => {
    it('leaves counted, is counted again, and keeps what differs; its two offices read it, and nobody else', async () => {
      const [one, two] = [await processed(), await processed()];
      const early = await intake.registered(FREE);
      expect((await make(intake.citizen, 'H48.04', [one.id])).status).toBe(403);
      expect((await make(intake.clerk, 'H48.99', [one.id, early.id, 'x'])).body.errors).toMatchObject([
        { pointer: '/to', code: 'DOSSIER.AGENCY_UNKNOWN' },
        { pointer: '/dossiers/1', code: 'DOSSIER.NO_RESULT_YET' },
        { pointer: '/dossiers/2', code: 'DOSSIER.UNKNOWN' },
      ]);
      expect((await make(intake.clerk, 'H48.12', [one.id])).body.errors).toMatchObject([{ code: 'BAG.SAME_OFFICE' }]);
      const { body: made } = await make(intake.clerk, 'H48.04', [one.id, two.id]);
      expect((await make(intake.clerk, 'H48.04', [two.id])).body.errors).toMatchObject([
        { code: 'BAG.DOSSIER_UNDER_WAY' },
      ]);
      expect((await move(intake.clerk, made, 'hand-over', { found: [one.code] })).body).toMatchObject({
        code: 'BAG.COUNT_DIFFERS',
        missing: [two.code],
        unexpected: [],
      });
      expect((await move(intake.otherClerk, made, 'count', { found: [] })).body.code).toBe('BAG.NOT_ALLOWED');
      expect((await move(intake.otherClerk, made, 'hand-over', { found: codesOf(made) })).status).toBe(404);
      const handed = await handOver(intake.clerk, made);
      const found = [` ${one.code.toLowerCase()} `, 'H48.12-200101-0001'];
      expect((await move(intake.clerk, handed, 'count', { found })).status).toBe(404);
      const counted = await move(intake.otherClerk, handed, 'count', { found });
      expect(counted.body).toMatchObject({
        status: 'counted',
        differences: { missing: [two.code], unexpected: ['H48.12-200101-0001'] },
      });
      const byNumber = `/intake/v1/bags?number=${made.number.toLowerCase()}`;
      expect((await intake.otherClerk.get(byNumber)).body.items).toEqual([counted.body]);
      expect((await intake.clerk.get('/intake/v1/bags?number=x')).body.items).toEqual([]);
      const stranger = await intake.system.as({ sub: 'elsewhere', roles: ['clerk'], agency: 'H48.99' });
      expect((await stranger.get(`/intake/v1/bags/${made.id}`)).status).toBe(404);
    });

    it('hands its results out where they are: not on the way, then at the office that counted them (R23)', async () => {
      const { id, etag, code } = await processed();
      const hand = (client: ApiClient) =>
        act(client, id, 'return', { method: 'counter', receivedBy: { capacity: 'applicant', fullName: 'Mẫu' } }, etag);
      const { body: made } = await make(intake.clerk, 'H48.04', [id]);
      expect((await hand(intake.clerk)).body).toMatchObject({
        code: 'DOSSIER.PAPERS_NOT_HERE',
        state: 'underWay',
        bag: made.id,
      });
      expect((await hand(intake.otherClerk)).status).toBe(404);
      const handed = await handOver(intake.clerk, made);
      await move(intake.otherClerk, handed, 'count', { found: [code] });
      expect((await hand(intake.clerk)).body).toMatchObject({ state: 'here', agency: 'H48.04' });
      expect((await make(intake.clerk, POST, [id])).body.errors).toMatchObject([{ code: 'BAG.PAPERS_ELSEWHERE' }]);
      expect((await hand(intake.otherClerk)).body).toMatchObject({ status: 'returned' });
    });

    it('gives a dossier back before it leaves, when its applicant is at the counter; with the last it is taken apart', async () => {
      const [one, two] = [await processed(), await processed()];
      const { body: made } = await make(intake.clerk, POST, [one.id, two.id]);
      const takeOut = (bag: Json, dossiers: readonly string[]) =>
        move(intake.clerk, bag, 'taking-out', { dossiers, reason: 'Người dân đến nhận tại quầy' });
      expect((await takeOut(made, ['x'])).body.errors).toMatchObject([
        { pointer: '/dossiers/0', code: 'BAG.NOT_IN_IT' },
      ]);
      const { body: left } = await takeOut(made, [one.id]);
      expect(codesOf(left)).toEqual([two.code]);
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      expect((await act(intake.clerk, one.id, 'return', { method: 'counter', receivedBy }, one.etag)).status).toBe(201);
      const { body: empty } = await takeOut(left, [two.id]);
      expect(empty).toMatchObject({ status: 'takenApart', items: [] });
      const { body: again } = await make(intake.clerk, POST, [two.id]);
      const { body: apart } = await move(intake.clerk, again, 'taking-apart', { reason: 'Ghi nhầm' });
      expect(apart.status).toBe('takenApart');
      expect((await takeOut(apart, [two.id])).body.code).toBe('BAG.NOT_ALLOWED');
      expect((await make(intake.clerk, POST, [two.id])).status).toBe(201);
    });

    it('that went to the wrong office comes back: sent back or recalled, and counted by who made it', async () => {
      for (const [client, action, answerable] of [
        [intake.otherClerk, 'sending-back', 'H48.04'],
        [intake.clerk, 'recall', 'H48.12'],
      ] as const) {
        const { id, code } = await processed();
        const handed = await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', [id])).body);
        const other = client === intake.clerk ? intake.otherClerk : intake.clerk;
        expect((await move(other, handed, action, { reason: 'Túi gửi nhầm cơ quan' })).status).toBe(404);
        const { body: back } = await move(client, handed, action, { reason: 'Túi gửi nhầm cơ quan' });
        expect(back).toMatchObject({
          status: 'comingBack',
          answerable,
          comingBack: { reason: 'Túi gửi nhầm cơ quan' },
        });
        expect((await move(intake.otherClerk, back, 'count', { found: [code] })).status).toBe(404);
        const { body: counted } = await move(intake.clerk, back, 'count', { found: [code] });
        expect(counted).toMatchObject({ status: 'counted', answerable: 'H48.12' });
        expect((await make(intake.clerk, POST, [id])).status).toBe(201);
      }
    });

    it('in which something is missing says what became of it; of what is lost its applicant is told (R19)', async () => {
      const [one, two, three] = [await processed(), await processed(), await processed()];
      const ids = [one.id, two.id, three.id];
      const handed = await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', ids)).body);
      let { body: bag } = await move(intake.otherClerk, handed, 'count', { found: [] });
      const settle = async (client: ApiClient, { code }: Json, outcome: string): Promise<Json> => {
        const { body, status } = await move(client, bag, 'missing', { code, outcome, reason: 'Túi bị rách' });
        if (status === 201) bag = body;
        return body;
      };
      const hand = async (client: ApiClient, { id, etag }: Json): Promise<Json> =>
        (
          await act(
            client,
            id,
            'return',
            { method: 'counter', receivedBy: { capacity: 'applicant', fullName: 'M' } },
            etag,
          )
        ).body;
      expect(await hand(intake.clerk, one)).toMatchObject({ code: 'DOSSIER.PAPERS_NOT_HERE', state: 'missing' });
      expect((await settle(intake.clerk, one, 'arrived')).code).toBe('RESOURCE.NOT_FOUND');
      await settle(intake.otherClerk, one, 'arrived');
      await settle(intake.clerk, two, 'stayed');
      expect((await settle(intake.otherClerk, three, 'lost')).code).toBe('RESOURCE.NOT_FOUND');
      await settle(intake.clerk, three, 'lost');
      expect((await settle(intake.clerk, three, 'lost')).code).toBe('BAG.NOT_MISSING');
      expect(bag.settled.map(({ outcome, by }: Json) => `${outcome} ${by}`)).toEqual([
        'arrived Võ Văn Mẫu',
        'stayed Nguyễn Văn Mẫu',
        'lost Nguyễn Văn Mẫu',
      ]);
      expect(await hand(intake.otherClerk, one)).toMatchObject({ status: 'returned' });
      expect(await hand(intake.clerk, two)).toMatchObject({ status: 'returned' });
      expect(await dataOf(three.id, DossierPapersLostV1)).toMatchObject([
        { code: three.code, contents: 'results', agency: 'H48.12', reason: 'Túi bị rách' },
      ]);
      // What is made anew is handed out.
      expect(await hand(intake.clerk, three)).toMatchObject({ status: 'returned' });
    });

    it('in which another bag’s dossier lies shows where it is', async () => {
      const [one, two] = [await processed(), await processed()];
      const first = await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', [one.id])).body);
      const second = await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', [two.id])).body);
      await move(intake.otherClerk, second, 'count', { found: [one.code, two.code] });
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      const returned = await act(intake.otherClerk, one.id, 'return', { method: 'counter', receivedBy }, one.etag);
      expect(returned.status).toBe(201);
      const { body } = await move(intake.otherClerk, first, 'count', { found: [] });
      expect(body.differences.missing).toEqual([one.code]);
    });

    it('has a label and a manifest on paper, which name no person', async () => {
      const { id } = await processed();
      const { body: bag } = await make(intake.clerk, POST, [id]);
      const printed = await intake.clerk.get(`/intake/v1/bags/${bag.id}/manifest`);
      expect(printed.headers.get('content-type')).toBe('application/pdf');
      expect(printed.headers.get('content-disposition')).toContain(`${bag.number}.pdf`);
      expect(printed.text.startsWith('%PDF-1.7')).toBe(true);
      expect((await intake.otherClerk.get(`/intake/v1/bags/${bag.id}/manifest`)).status).toBe(404);
    });
  });

  describe('a result by post', () => {
    const order = (id: string, etag: string) =>
      intake.clerk.post(`/intake/v1/dossiers/${id}/postal-orders`, undefined, { ifMatch: etag });
    const ordersOf = async (id: string): Promise<Json[]> =>
      (await intake.clerk.get(`/intake/v1/postal-orders?dossierId=${id}`)).body.items;
    const inState = (id: string, state: string) =>
      eventually(async () => {
        const [last] = await ordersOf(id);
        return last?.state === state && last;
      });
    const ordered = async () => {
      const dossier = await processed();
      const answer = await order(dossier.id, dossier.etag);
      return { ...dossier, ...answer.body, answer };
    };
    /** Looks at once, as it would after a pause. */
    const look = (orderNumber: string) => service.service.notify(orderNumber);
    const again = (orderNumber: string) =>
      intake.system.sql('UPDATE intake.postal_order SET due_at = now() WHERE order_number = $1', [orderNumber]);

    it('is ordered, tracked and delivered: the dossier is returned, the applicant knows the number and the postage', async () => {
      const { id, code, orderNumber, answer } = await ordered();
      expect(answer).toMatchObject({ status: 201, body: { orderNumber: `${code}-1`, state: 'waiting' } });
      const taken = await inState(id, 'taken');
      expect(taken).toMatchObject({ trackingNumber: expect.stringMatching(/^EB\d{9}VN$/), postage: 26_000 });
      expect(service.service.orders.get(orderNumber)?.recipient).toEqual({
        fullName: 'Nguyễn Thị Mẫu',
        phone: '+84900000001',
        address: '1 đường Mẫu, Quảng Ngãi',
      });
      expect(await dataOf(id, DossierPostedV1)).toMatchObject([
        { trackingNumber: taken.trackingNumber, postage: 26_000 },
      ]);
      await service.service.move(orderNumber, 'collected', '2026-12-02T16:00:00+07:00');
      await inState(id, 'onTheWay');
      await service.service.move(orderNumber, 'delivered', '2026-12-03T15:00:00+07:00');
      await intake.until(id, 'returned');
      expect((await intake.get(intake.clerk, id)).returned).toMatchObject({
        method: 'post',
        trackingNumber: taken.trackingNumber,
        deliveredAt: '2026-12-03T08:00:00Z',
        by: { subject: 'system:postal-service' },
      });
      expect(await dataOf(id, DossierReturnedV1)).toMatchObject([
        { method: 'post', trackingNumber: taken.trackingNumber },
      ]);
    });

    it('shows its address to the post alone: it lies sealed, and is in no event, history or answer', async () => {
      const { id } = await ordered();
      await inState(id, 'taken');
      const [kept] = await intake.system.sql<{ text: string }>(
        `SELECT (SELECT string_agg(p::text, '') FROM intake.postal_order p WHERE dossier_id = $1::uuid)
          || (SELECT string_agg(o.data::text, '') FROM intake.outbox o WHERE o.key = $1::text AND o.topic = 'motcua.dossier')
          || (SELECT string_agg(h.detail::text, '') FROM intake.history h WHERE h.aggregate = 'dossier/' || $1) AS text`,
        [id],
      );
      expect(`${kept?.text}${JSON.stringify(await ordersOf(id))}`).not.toContain('đường Mẫu');
    });

    it('waits for a fee, for a valid result and for an address, as a return does (R16)', async () => {
      const { id, etag } = await processed();
      const early = await intake.registered(FREE);
      expect((await order(early.id, early.etag)).body.code).toBe('DOSSIER.ACTION_NOT_ALLOWED');
      expect(
        (await intake.citizen.post(`/intake/v1/dossiers/${id}/postal-orders`, undefined, { ifMatch: etag })).status,
      ).toBe(403);
      await intake.system.sql(
        `UPDATE intake.dossier SET delivery = '{"method":"counter","address":null}' WHERE id = $1`,
        [id],
      );
      expect((await order(id, etag)).body.errors).toMatchObject([{ pointer: '/delivery/address' }]);
    });

    it('that the post has is not handed out here, nor sent twice; taken back, it is', async () => {
      const { id, orderNumber } = await ordered();
      await inState(id, 'taken');
      const etag = await intake.until(id, 'processed');
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      const hand = (ifMatch: string) => act(intake.clerk, id, 'return', { method: 'counter', receivedBy }, ifMatch);
      expect((await hand(etag)).body).toMatchObject({ code: 'DOSSIER.WITH_THE_POST', orderNumber });
      expect((await order(id, etag)).body.code).toBe('DOSSIER.WITH_THE_POST');
      const reason = 'Người dân đến nhận tại quầy';
      const cancelled = await act(intake.clerk, id, 'postal-orders/cancellation', { reason }, etag);
      expect(cancelled.body).toMatchObject({ state: 'cancelled', reason });
      await eventually(async () => service.service.orders.get(orderNumber)?.cancelled);
      expect((await hand(cancelled.etag)).body).toMatchObject({ status: 'returned' });
    });

    it('that is taken back too late goes on with the post, and is not handed out here', async () => {
      const { id, orderNumber } = await ordered();
      await inState(id, 'taken');
      service.service.misbehave({ loseNotices: true });
      await service.service.move(orderNumber, 'collected', '2026-12-02T16:00:00+07:00');
      const reason = 'Người dân đến nhận tại quầy';
      await act(intake.clerk, id, 'postal-orders/cancellation', { reason }, await intake.until(id, 'processed'));
      expect(await inState(id, 'onTheWay')).toMatchObject({ reason: null, endedAt: null });
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      const hand = async () =>
        act(intake.clerk, id, 'return', { method: 'counter', receivedBy }, await intake.until(id, 'processed'));
      expect((await hand()).body).toMatchObject({ code: 'DOSSIER.WITH_THE_POST', postalState: 'onTheWay' });
      service.service.misbehave({});
      await service.service.move(orderNumber, 'delivered', '2026-12-03T15:00:00+07:00');
      await intake.until(id, 'returned');
    });

    it('that is taken back while the post is just asked about it is taken back there', async () => {
      const { id, orderNumber } = await ordered();
      await inState(id, 'taken');
      const etag = await intake.until(id, 'processed');
      service.service.misbehave({ delayMs: 400 });
      await look(orderNumber);
      await act(intake.clerk, id, 'postal-orders/cancellation', { reason: 'Sai địa chỉ' }, etag);
      service.service.misbehave({});
      await eventually(async () => service.service.orders.get(orderNumber)?.cancelled);
    });

    it('that the post does not take, or cannot bring, waits at the counter: the applicant is told, and may have it sent again', async () => {
      service.service.misbehave({ refuseAddress: 'đường Mẫu' });
      const { id } = await ordered();
      expect(await inState(id, 'refused')).toMatchObject({ reason: 'Địa chỉ người nhận không phát được' });
      expect(await dataOf(id, DossierPostFailedV1)).toMatchObject([{ trackingNumber: null }]);
      service.service.misbehave({});
      const second = await order(id, await intake.until(id, 'processed'));
      expect(second.body.orderNumber).toMatch(/-2$/);
      await inState(id, 'taken');
      await service.service.move(second.body.orderNumber, 'undeliverable', '2026-12-05T09:00:00+07:00');
      const { trackingNumber } = await inState(id, 'undeliverable');
      expect(await dataOf(id, DossierPostFailedV1)).toMatchObject([
        { trackingNumber: null },
        { trackingNumber, collectAt: 'H48.12' },
      ]);
      const etag = await intake.until(id, 'processed');
      const receivedBy = { capacity: 'applicant', fullName: 'Nguyễn Thị Mẫu' };
      expect((await act(intake.clerk, id, 'return', { method: 'counter', receivedBy }, etag)).status).toBe(201);
    });

    it('is ordered once though answers are lost, and told of once though notices come twice and events backwards', async () => {
      service.service.misbehave({ loseAnswers: true });
      const { id, orderNumber } = await ordered();
      await eventually(
        async () => ((await ordersOf(id))[0]?.attempts ?? 0) > 0 && service.service.orders.has(orderNumber),
      );
      service.service.misbehave({});
      await again(orderNumber);
      await inState(id, 'taken');
      expect(service.service.asked.get(orderNumber)).toBeGreaterThan(1);
      service.service.misbehave({ noticeTimes: 5, outOfOrder: true });
      await service.service.move(orderNumber, 'collected', '2026-12-02T16:00:00+07:00');
      await service.service.move(orderNumber, 'delivered', '2026-12-03T15:00:00+07:00');
      await intake.until(id, 'returned');
      service.service.misbehave({ stale: true, noticeTimes: 2 });
      await look(orderNumber);
      expect((await ordersOf(id))[0]?.events.map(({ step }: Json) => step)).toEqual(['collected', 'delivered']);
      expect(
        [await dataOf(id, DossierPostedV1), await dataOf(id, DossierReturnedV1)].map(({ length }) => length),
      ).toEqual([1, 1]);
    });

    it.each(['down', 'hang', 'garbled', 'refuse'] as const)(
      'waits for a post that is %s, is seen to wait, and goes on when it answers',
      async (requests) => {
        service.service.misbehave({ requests });
        const { id, orderNumber } = await ordered();
        await eventually(async () => ((await ordersOf(id))[0]?.attempts ?? 0) > 0);
        expect((await ordersOf(id))[0]).toMatchObject({ state: 'waiting', unanswered: false });
        service.service.misbehave({});
        await again(orderNumber);
        await inState(id, 'taken');
      },
    );

    it('takes notices that the post has signed, and no others', async () => {
      const { id, orderNumber } = await ordered();
      await inState(id, 'taken');
      service.service.misbehave({ badSignature: true });
      await service.service.move(orderNumber, 'collected', '2026-12-02T16:00:00+07:00');
      expect(service.service.notices.at(-1)).toEqual({ orderNumber, status: 403 });
      service.service.misbehave({});
      await look(orderNumber);
      expect(service.service.notices.at(-1)).toEqual({ orderNumber, status: 204 });
      await inState(id, 'onTheWay');
    });
  });

  it('is fetched where its result lies: tracking and reminders name that office, and none while it is on its way (R19, R23)', async () => {
    const collected = { delivery: { method: 'counter' } };
    const [there, underWay] = [await processed(collected), await processed(collected)];
    const collectAt = async (code: string): Promise<Json> =>
      (await intake.citizen.get(`/intake/v1/tracking/${code}`)).body.collectAt;
    expect(await collectAt(there.code)).toMatchObject({ name: 'Sở Nông nghiệp và Môi trường' });
    const handed = await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', [there.id])).body);
    await handOver(intake.clerk, (await make(intake.clerk, 'H48.04', [underWay.id])).body);
    expect(await collectAt(there.code)).toBeNull();
    await move(intake.otherClerk, handed, 'count', { found: [there.code] });
    expect(await collectAt(there.code)).toMatchObject({ name: 'Sở Tư pháp' });
    const { passTo, clock } = intake.system;
    // It was processed in December, as the event says.
    await passTo(clock.now().add({ hours: 24 * 30 }));
    const reminders = await eventually(async () => {
      const found = await dataOf(there.id, DossierReminderDueV1);
      return found.length > 0 && found;
    });
    expect(reminders).toMatchObject([{ awaited: 'collection', collectAt: 'H48.04' }]);
    expect(await dataOf(underWay.id, DossierReminderDueV1)).toEqual([]);
  });

  it('publishes nothing but what the contracts say', async () => {
    expect((await everyEventFits(intake.system)).size).toBeGreaterThan(5);
  });
});
