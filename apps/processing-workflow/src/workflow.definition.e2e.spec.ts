import type { Json, TestSystem } from '@motcua/testing';
import { startWorkflow } from './testing/workflow.fixture.js';

describe('the workflow service', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startWorkflow();
  });
  afterAll(() => system.stop());

  it('describes every path of its own in OpenAPI 3.1', async () => {
    const { body } = await system.anonymous().get('/workflow/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.entries<Json>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/workflow/v1', '')}`),
    );
    expect(operations).toEqual(
      expect.arrayContaining([
        'GET /tasks',
        'GET /tasks/{id}',
        'POST /tasks/{id}/claim',
        'POST /tasks/{id}/release',
        'POST /tasks/{id}/assignment',
        'POST /tasks/{id}/completion',
        'POST /tasks/{id}/send-back',
        'POST /tasks/{id}/hand-over',
        'GET /cases/{dossierId}',
        'GET /cases/{dossierId}/opinions',
        'GET /cases/{dossierId}/deadline',
        'GET /cases/{dossierId}/history',
        'POST /cases/{dossierId}/supplement-requests',
        'POST /cases/{dossierId}/stop',
        'POST /cases/{dossierId}/extension',
        'POST /cases/{dossierId}/results',
        'GET /cases/{dossierId}/results/{n}/content',
        'GET /cases/{dossierId}/forms/{form}',
        'PUT /officers/{subject}',
        'PUT /process-definitions/{procedure}/{version}',
        'POST /deadline-calculations',
      ]),
    );
  });

  it('is ready, and says so', async () => {
    expect((await system.anonymous().get('/workflow/health/ready')).body).toMatchObject({ status: 'ok' });
  });
});
