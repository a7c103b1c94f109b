import { receptionParameters } from './reception-parameters.js';

const refusal = { reason: 'Không thuộc thẩm quyền', faults: [] };
const supplementRequest = { items: [{ component: 'BAN-VE', reason: 'Chưa có chữ ký' }] };

function faultsOf(request: Parameters<typeof receptionParameters>[0]): string[] {
  try {
    receptionParameters(request);
    return [];
  } catch (error) {
    const { faults } = error as { faults: { pointer: string; code: string }[] };
    return faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('what is asked of many dossiers at the reception', () => {
  it('is the body of the single action, and nothing for an acceptance or a preview', () => {
    expect(receptionParameters({ action: 'refuse', refusal })).toEqual(refusal);
    expect(receptionParameters({ action: 'requestSupplement', supplementRequest })).toEqual(supplementRequest);
    expect(receptionParameters({ action: 'accept' })).toEqual({});
    expect(receptionParameters({ preview: 'p' })).toEqual({});
  });

  it('is asked for where the action has one, and refused where another action, or a preview, has it', () => {
    expect(faultsOf({ action: 'refuse' })).toEqual(['/refusal REQUIRED']);
    expect(faultsOf({ action: 'requestSupplement', refusal })).toEqual([
      '/refusal NOT_TAKEN',
      '/supplementRequest REQUIRED',
    ]);
    expect(faultsOf({ action: 'accept', supplementRequest })).toEqual(['/supplementRequest NOT_TAKEN']);
    expect(faultsOf({ preview: 'p', refusal })).toEqual(['/refusal NOT_TAKEN']);
    expect(faultsOf({})).toEqual(['/action REQUIRED']);
  });
});
