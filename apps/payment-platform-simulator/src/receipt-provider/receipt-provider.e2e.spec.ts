import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ReceiptProvider,
  saveReceiptsIn,
  savedReceipts,
  type RunningReceiptProvider,
  startReceiptProvider,
} from '../index.js';

const TOKEN = 'token-of-the-test-provider';
const RECEIPT = {
  ...{ form: '01BLP0-001', symbol: 'PH-26E', number: '0000001', kind: 'phi', issuedAt: '2026-11-24T09:00:00+07:00' },
  ...{
    amount: 115_000,
    amountInWords: 'Một trăm mười lăm nghìn đồng',
    collector: { agency: 'H48.12', name: 'Sở Xây dựng' },
  },
};

describe('the simulated receipt provider', () => {
  let running: RunningReceiptProvider;

  beforeAll(async () => {
    running = await startReceiptProvider({ token: TOKEN });
  });
  beforeEach(() => running.provider.misbehave({}));
  afterAll(() => running.stop());

  const ask = async (method: string, path: string, body?: unknown, token = TOKEN) => {
    const response = await fetch(`${running.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('takes and signs a receipt once, however often it is sent, and tells of it by its key', async () => {
    const taken = await ask('PUT', 'v1/receipts/K1', RECEIPT);
    expect(taken).toMatchObject({ status: 201, body: { key: 'K1', signedBy: 'Sở Xây dựng', cancelled: null } });
    expect(await ask('PUT', 'v1/receipts/K1', RECEIPT)).toEqual({ status: 200, body: taken.body });
    expect(await ask('GET', 'v1/receipts/K1')).toEqual({ status: 200, body: taken.body });
    expect((await ask('GET', 'v1/receipts/none')).status).toBe(404);
    const cancelled = await ask('PUT', 'v1/receipts/K1/cancellation', { reason: 'Hoàn trả', cancelledAt: 'x' });
    expect(cancelled.body['cancelled']).toEqual({ reason: 'Hoàn trả', at: 'x' });
  });

  it('refuses a key or a number that is of another receipt, what is incomplete, and who has no token', async () => {
    await ask('PUT', 'v1/receipts/K2', { ...RECEIPT, number: '0000002' });
    expect((await ask('PUT', 'v1/receipts/K2', { ...RECEIPT, number: '0000003' })).body['code']).toBe('KEY_USED');
    expect((await ask('PUT', 'v1/receipts/K3', { ...RECEIPT, number: '0000002' })).body['code']).toBe('NUMBER_USED');
    expect((await ask('PUT', 'v1/receipts/K3', { ...RECEIPT, number: '' })).status).toBe(422);
    expect((await ask('GET', 'v1/receipts/K2', undefined, 'another')).status).toBe(401);
  });

  it('takes one that adjusts another only for one that holds, and no more than is left of it', async () => {
    const adjusting = (number: string, amount: number, adjusts: string): object => ({
      ...RECEIPT,
      number,
      amount,
      adjusts,
    });
    await ask('PUT', 'v1/receipts/K6', { ...RECEIPT, number: '0000006' });
    const codeOf = async (key: string, body: object) => (await ask('PUT', `v1/receipts/${key}`, body)).body['code'];
    expect(await codeOf('K7', adjusting('0000007', 1, 'PH-26E 0000099'))).toBe('ADJUSTS_UNKNOWN');
    expect((await ask('PUT', 'v1/receipts/K7', adjusting('0000007', 100_000, 'PH-26E 0000006'))).status).toBe(201);
    expect(await codeOf('K8', adjusting('0000008', 15_001, 'PH-26E 0000006'))).toBe('ADJUSTS_TOO_MUCH');
    expect((await ask('PUT', 'v1/receipts/K8', adjusting('0000008', 15_000, 'PH-26E 0000006'))).status).toBe(201);
  });

  it('loses its answer after having taken the receipt, so often as it is told', async () => {
    running.provider.misbehave({ requests: 'loseAnswer', times: 1 });
    await expect(ask('PUT', 'v1/receipts/K4', { ...RECEIPT, number: '0000004' })).rejects.toThrow();
    expect((await ask('GET', 'v1/receipts/K4')).status).toBe(200);
  });

  it.each([
    ['refuse', 422],
    ['fail', 500],
  ])('can %s', async (requests, status) => {
    expect((await ask('POST', 'control/faults', { requests })).status).toBe(200);
    expect((await ask('PUT', 'v1/receipts/K5', { ...RECEIPT, number: '0000005' })).status).toBe(status);
    expect((await ask('POST', 'control/faults', { surprise: true })).status).toBe(400);
  });

  it('keeps its receipts in a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-provider-'));
    const file = join(folder, 'receipts.json');
    expect(savedReceipts(file)).toEqual([]);
    new ReceiptProvider({ token: TOKEN, onChange: saveReceiptsIn(file) }).take('K', RECEIPT);
    const again = new ReceiptProvider({ token: TOKEN, known: savedReceipts(file) });
    expect(again.find('K').status).toBe(200);
    await rm(folder, { recursive: true });
  });
});
