import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SERVICES } from './services.mjs';

/** Retries of deliveries: their rows carry their own times (ADR 0013). */
const DELIVERIES = [
  'apps/notifications/src/send-mail/mail-dispatcher.ts',
  'apps/fee-payment/src/deliveries/repeated.ts',
  'apps/dossier-intake/src/deliver-by-post/deliver-by-post.ts',
  'apps/national-portal/src/send-records/sender.ts',
  'apps/national-portal/src/hand-over/hand-over.ts',
];
/** The portal's nights follow the system's clock, which no story moves; and a request that waits for its answer. */
const PORTAL = [
  'apps/national-portal/src/fetch-catalogue/catalogue-fetcher.ts',
  'apps/national-portal/src/polling/due-work.ts',
  'apps/national-portal/src/reconcile/reconciler.ts',
  'apps/national-portal/src/reconcile/reconciliations.controller.ts',
];
/** How long one call may take: no row waits for it. */
const CALLS = ['apps/national-portal/src/exchange/post-json.ts'];

describe('what happens when an instant passes', () => {
  it('is woken by the jobs of the platform, not by timers of a service', () => {
    const sources = execFileSync('git', ['ls-files', '--', ...SERVICES.map(({ app }) => `apps/${app}/src/*.ts`)], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .filter((file) => !/\.(spec|fixture)\.ts$/.test(file));
    expect(sources.length).toBeGreaterThan(300);
    const timed = sources.filter((file) =>
      /\bset(Timeout|Interval)\b|\/polling\/due-work\.js'/.test(readFileSync(file, 'utf8')),
    );
    expect(timed.sort()).toEqual([...DELIVERIES, ...PORTAL, ...CALLS].sort());
  });
});
