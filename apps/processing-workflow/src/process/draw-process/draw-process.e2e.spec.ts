import type { ApiClient, TestSystem } from '@motcua/testing';
import {
  consultingProcess,
  endStep,
  endTask,
  type Officers,
  officersOf,
  openCase,
  startWorkflow,
} from '../../testing/workflow.fixture.js';

const PROCESS = '/workflow/v1/process-definitions/5.000001/1';
const draw = async (client: ApiClient, path: string, accept?: string, language = 'vi') =>
  client.get(`${path}/diagram`, { headers: { ...(accept && { accept }), 'accept-language': language } });

describe('the diagram of a process', () => {
  let system: TestSystem;
  let officers: Officers;
  let dossierId: string;

  beforeAll(async () => {
    system = await startWorkflow();
    officers = await officersOf(system);
    const process = consultingProcess('all');
    expect((await officers.admin.put(PROCESS, { ...process, name: 'Có "lấy" <ý kiến> & \\\\N' })).status).toBe(201);
    dossierId = (await openCase(system, officers.leader, { procedureCode: '5.000001' })).dossierId;
    system.clock.moveTo(Temporal.Instant.from('2026-11-25T10:30:00+07:00'));
    const forwarded = await endStep(officers.specialist, dossierId, 'forward');
    system.clock.moveTo(Temporal.Instant.from('2026-11-26T15:00:30+07:00'));
    const justice = await system.as({
      sub: 'justice',
      roles: ['specialist'],
      name: 'Cán bộ justice',
      agency: 'H48.04',
    });
    const [question] = forwarded.body.case.openTasks.filter(({ agency }: { agency: string }) => agency === 'H48.04');
    expect((await endTask(justice, question, 'agree')).status).toBe(201);
  });
  afterAll(() => system.stop());

  it('shows the steps, the agencies that are asked at once, the outcomes and the end, as Mermaid', async () => {
    const { status, headers, text } = await draw(officers.leader, PROCESS);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/vnd.mermaid; charset=utf-8']);
    expect(text.split('\n').slice(0, 14)).toEqual([
      'flowchart TD',
      '  s0["Bước appraisal<br/>chuyên viên · cơ quan có thẩm quyền<br/>2 ngày làm việc"]:::ahead',
      '  s1{{"Lấy ý kiến các cơ quan"}}:::ahead',
      '  s1a0("H48.04 · chuyên viên<br/>1 ngày làm việc"):::ahead',
      '  s1a1("H48.05 · chuyên viên<br/>2 ngày làm việc"):::ahead',
      '  s1j{{"Đủ mọi ý kiến"}}:::ahead',
      '  s2["Bước approval<br/>lãnh đạo · cơ quan có thẩm quyền"]:::ahead',
      '  done(["Trả kết quả tại Bộ phận Một cửa"]):::ahead',
      '  s0 -->|"Lấy ý kiến"| s1',
      '  s1 --> s1a0',
      '  s1a0 --> s1j',
      '  s1 --> s1a1',
      '  s1a1 --> s1j',
      '  s1j --> s2',
    ]);
    expect((await draw(officers.leader, PROCESS, undefined, 'en')).text).toContain('All have answered');
  });

  it('draws send-backs dashed in the built-in process', async () => {
    const { text } = await draw(officers.leader, '/workflow/v1/process-definitions/5.000002/1');
    expect(text).toContain('  s1 -.->|"Trả lại bước phân công"| s0');
    expect(text).toContain('  s3 -->|"Ký và ban hành"| done');
  });

  it('is an SVG that runs nothing, for who asks for one, whatever people have written', async () => {
    const { headers, text } = await draw(officers.leader, PROCESS, 'image/svg+xml');
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toMatch(/<svg[\s\S]*<\/svg>/);
    expect(text).toContain('Lấy ý kiến các cơ quan');
    expect(text).toContain('&lt;ý kiến&gt; &amp; ');
  });

  it('shows where a running case stands, who has it and how long each step took', async () => {
    const { text } = await draw(officers.leader, `/workflow/v1/cases/${dossierId}`);
    // Accepted at 08:10 and forwarded at 10:30.
    expect(text).toMatch(/s0\[".*Cán bộ specialist<br\/>2 giờ 20 phút làm việc"\]:::passed/);
    expect(text).toMatch(/s1\{\{"Lấy ý kiến các cơ quan"\}\}:::here/);
    // From Wednesday 10:30 to Thursday 15:00: one hour and 3:30, then 4:30 and 1:30. Its day was over at 10:30.
    expect(text).toMatch(/s1a0\(".*Cán bộ justice<br\/>1 ngày 2 giờ 30 phút làm việc"\):::passed/);
    expect(text).toContain('  class s1a0 late');
    expect(text).toMatch(/s1a1\(".*đã 1 ngày 2 giờ 30 phút làm việc<br\/>từ 10:30 25\/11\/2026"\):::here/);
    expect(text).toMatch(/s2\[".*"\]:::ahead/);
    const svg = await draw(officers.leader, `/workflow/v1/cases/${dossierId}`, 'image/svg+xml');
    expect(svg.text).toContain('Cán bộ justice');
  });

  it('is for those who see the case', async () => {
    const outsider = await system.as({ sub: 'far', roles: ['leader'], agency: 'H48.12.3' });
    expect((await draw(outsider, `/workflow/v1/cases/${dossierId}`)).status).toBe(404);
  });

  it('draws no picture of a process that would keep everybody waiting, and says what can be had instead', async () => {
    const path = '/workflow/v1/process-definitions/5.000002/1';
    const codes = Array.from({ length: 20 }, (_, n) => `S${n}`);
    const steps = codes.map((code, n) => ({
      code,
      name: `Bước ${n}`,
      role: 'leader',
      outcomes: [
        ...Array.from({ length: 9 }, (_, k) => ({ code: `to${k}`, name: 'Chuyển', to: codes[(n + k + 1) % 20] })),
        { code: 'end', name: 'Kết thúc', to: null, decision: 'granted' },
      ],
    }));
    expect((await officers.admin.put(path, { name: 'Dày đặc', steps })).status).toBe(201);
    expect(await draw(officers.admin, path, 'image/svg+xml')).toMatchObject({
      status: 422,
      body: { code: 'PROCESS.DIAGRAM_TOO_LARGE', atMost: 150 },
    });
    expect((await draw(officers.admin, path)).text).toContain('Bước 19');
  });
});
