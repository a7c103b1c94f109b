import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { type RunningPortal, startPortal } from '../start-portal.js';
import { CONFORMANCE_CHECKS } from './conformance-checks.js';
import { runConformance } from './run-conformance.js';

type Json = Record<string, unknown>;
/** Changes one answer of a portal on its way: the call, and the envelope. */
type Planted = (call: Json, answer: Json) => Json | string;

const ACCOUNT = { destination: 'VN:GOV:NPSP', username: 'quangngai', password: 'mat-khau', unit: 'H48' };

describe('the conformance suite', () => {
  let running: RunningPortal;
  let between: Server;
  let url: string;
  let planted: Planted = (_, answer) => answer;
  beforeAll(async () => {
    running = await startPortal(ACCOUNT);
    between = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const headers = { dstcode: String(request.headers['dstcode']), 'content-type': 'application/json' };
        void fetch(`${running.url}${request.url ?? ''}`, { method: 'POST', headers, body }).then(async (heard) => {
          const answer = (await heard.json()) as Json;
          const given = planted(JSON.parse(body.toString('utf8')) as Json, answer);
          response
            .writeHead(given === answer ? heard.status : 200)
            .end(typeof given === 'string' ? given : JSON.stringify(given));
        });
      });
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(between.address() as AddressInfo).port}/forward`;
  });
  afterAll(async () => {
    between.close();
    between.closeAllConnections();
    await running.stop();
  });

  const tried = (at: string) =>
    runConformance({
      ...ACCOUNT,
      url: at,
      procedure: '1.013225',
      field: 'G17-XD01',
      agency: 'H48.12',
      timeoutMs: 2_000,
    });
  const failedWith = async (fault: Planted): Promise<string[]> => {
    planted = fault;
    return (await tried(url)).filter((result) => result.fault !== null).map(({ title }) => title);
  };
  const isService = (call: Json, service: string): boolean => call['service'] === service;

  it('finds that the simulator is a portal, in numbers too', async () => {
    const results = await tried(`${running.url}/forward`);
    expect(results).toEqual(CONFORMANCE_CHECKS.map(({ title }) => ({ title, fault: null })));
    running.portal.misbehave({ numbers: true, duplicates: true });
    expect((await tried(`${running.url}/forward`)).filter(({ fault }) => fault !== null)).toEqual([]);
    running.portal.misbehave({});
  }, 30_000);

  it('finds a portal in one that only writes otherwise: wide blanks, other names of codes, a result in an object', async () => {
    const failed = await failedWith((call, answer) => {
      const result: unknown = answer['result'];
      if (isService(call, 'LayDanhMucCoQuan')) return { ...answer, result: [{ maDonVi: 'H48.12' }] };
      if (Array.isArray(result) && result.length === 1) return { ...answer, result: { data: result[0] as Json } };
      const message = String(answer['message']).toUpperCase().replaceAll(' ', ' \u00a0');
      return { ...answer, message };
    });
    expect(failed).toEqual([]);
  });

  it('finds a portal in what the adapter understands besides: zeros before codes, words without marks, a text of JSON, a session inside', async () => {
    const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
    const failed = await failedWith((call, { session, ...answer }) => {
      const code = String(answer['error_code']);
      const isUnknown = isService(call, 'TraCuuHoSo') && isDeepStrictEqual(answer['result'], []);
      const given = {
        ...answer,
        error_code: isUnknown || code === '3' ? '-03' : code,
        message: isUnknown ? 'Khong tim thay' : plain((answer['message'] as string | undefined) ?? ''),
        ...(session !== undefined && { data: { session } }),
      };
      return JSON.stringify(JSON.stringify(given));
    });
    expect(failed).toEqual([]);
  });

  it.each([
    [
      'no session',
      (call: Json, answer: Json) => ('username' in call ? { ...answer, session: '' } : answer),
      [/^login gives/],
    ],
    ['a page for people', () => '<html></html>', [/^login gives/]],
    [
      'an insert of what is there taken for success',
      (call: Json, answer: Json) =>
        isService(call, 'DongBoHoSoMC') && answer['error_code'] === '3' ? { error_code: 0 } : answer,
      [/^a second insert/, /^an update of an unknown/, /^two inserts/],
    ],
    [
      '“exists” under a code of its own',
      (_: Json, answer: Json) => (answer['error_code'] === '3' ? { ...answer, error_code: '8' } : answer),
      [/^a second insert/, /^an update of an unknown/, /^two inserts/, /^progress of an unknown/],
    ],
    [
      'a session that is gone told as a refusal',
      (_: Json, answer: Json) =>
        /session/i.test(String(answer['message'])) ? { error_code: '5', message: 'Lỗi' } : answer,
      [/^a call with an unknown session/],
    ],
    [
      'a look-up that loses a field',
      (call: Json, answer: Json) =>
        isService(call, 'TraCuuHoSo') && Array.isArray(answer['result'])
          ? { ...answer, result: (answer['result'] as Json[]).map((one) => ({ ...one, DanhSachLePhi: [] })) }
          : answer,
      [/^a new record is taken/, /^a second insert/, /^an update is taken/, /^four records/, /^a summary/],
    ],
    [
      'everything accepted',
      (call: Json, answer: Json) => (isService(call, 'DongBoHoSoMC') ? { error_code: '0' } : answer),
      [/^a second insert/, /^an update of an unknown/, /^two inserts/],
    ],
    [
      'a refusal told as no answer',
      (_: Json, answer: Json) => (answer['error_code'] === '4' ? { message: answer['message'] } : answer),
      [/^a record with a status/],
    ],
    [
      'lists without codes',
      (call: Json, answer: Json) =>
        isService(call, 'LayDanhMucLinhVuc') ? { ...answer, result: [{ TEN: 'x' }] } : answer,
      [/^LayDanhMucLinhVuc/],
    ],
  ] as readonly (readonly [string, Planted, readonly RegExp[]])[])('names what %s breaks', async (_, fault, titles) => {
    const failed = await failedWith(fault);
    expect(failed).toHaveLength(titles.length);
    for (const [index, title] of titles.entries()) expect(failed[index]).toMatch(title);
  });
});
