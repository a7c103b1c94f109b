import { CONFORMANCE_CHECKS } from './conformance-checks.js';
import { type PortalAccess, PortalUnderTest } from './portal-under-test.js';

interface CheckResult {
  readonly title: string;
  /** What came instead; null where it holds. */
  readonly fault: string | null;
}

/**
 * Tries a portal through all that the adapter needs. Records that it leaves there have codes of the run, and say that they are
 * of a test. A portal that gives no session is asked nothing more.
 */
export async function runConformance(
  access: PortalAccess,
  report: (result: CheckResult) => void = () => undefined,
): Promise<readonly CheckResult[]> {
  const portal = new PortalUnderTest(access);
  const run = Date.now().toString(36).toUpperCase();
  let number = 0;
  const codes = (): string => `${access.agency}-THU-${run}-${(number += 1)}`;
  const results: CheckResult[] = [];
  for (const { title, run: check } of CONFORMANCE_CHECKS) {
    const fault = await check(portal, codes).then(
      () => null,
      (error: unknown) =>
        error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error),
    );
    results.push({ title, fault });
    report({ title, fault });
    if (results.length === 1 && fault !== null) break;
  }
  return results;
}
