import { newId } from '@motcua/kernel';
import fc from 'fast-check';
import type { DossierRow } from '../persistence/dossier-row.js';

const START = Temporal.Instant.from('2026-09-20T00:00:00+07:00');

/** Dossiers as they can have lived until 30 November 2026: each instant after the one before it. */
export const dossierRow = (agencies: readonly string[]): fc.Arbitrary<DossierRow> =>
  fc
    .record({
      agency: fc.constantFrom(...agencies),
      procedureCode: fc.constantFrom('1.001', '1.002'),
      channel: fc.constantFrom('counter' as const, 'online' as const, 'post' as const),
      // Hours from one to the next: days are met exactly, and hours within the same day.
      hours: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 }),
      fate: fc.constantFrom(
        'waiting',
        'refused',
        'withdrawnBefore',
        'running',
        'processed',
        'returned',
        'stopped',
        'withdrawn',
      ),
      extension: fc.constantFrom(0, 0, 72),
      requests: fc.integer({ min: 0, max: 2 }),
      open: fc.boolean(),
      flags: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ agency, procedureCode, channel, hours, fate, extension, requests, open, flags }) => {
      const [toSubmit, toAccept, toDue, toEnd, toReturn] = hours as [number, number, number, number, number];
      const submitted = START.add({ hours: toSubmit * 3 });
      const decided = submitted.add({ hours: toAccept });
      const accepted = !['waiting', 'refused', 'withdrawnBefore'].includes(fate);
      const ended = decided.add({ hours: toEnd });
      const slipDueAt = accepted ? decided.add({ hours: toDue }) : null;
      const asked = fate === 'running' && open && requests > 0 ? ended : null;
      const when = (...fates: string[]): Temporal.Instant | null => (fates.includes(fate) ? ended : null);
      const [owesFee, feeArose, paidOnline, resultDue, issued, reused, fromCitizenStore, populationData] = flags as [
        boolean,
        boolean,
        boolean,
        boolean,
        boolean,
        boolean,
        boolean,
        boolean,
      ];
      return {
        dossierId: newId(),
        code: 'H47-260920-0001',
        procedureCode,
        channel,
        receivingAgency: agency,
        competentAgency: agency,
        submittedAt: submitted,
        acceptedAt: accepted ? decided : null,
        refusedAt: fate === 'refused' ? decided : null,
        withdrawnAt: fate === 'withdrawnBefore' ? decided : when('withdrawn'),
        stoppedAt: when('stopped'),
        processedAt: when('processed', 'returned'),
        returnedAt: fate === 'returned' ? ended.add({ hours: toReturn }) : null,
        slipDueAt,
        dueAt: slipDueAt && slipDueAt.add({ hours: extension }),
        pausedSince: asked,
        supplementRequests: requests,
        supplementOpenSince: asked,
        ...{ owesFee, feeArose, paidOnline, resultDue, reused, fromCitizenStore, populationData },
        resultsInForce: issued ? ['GP 12'] : [],
        requiredPapers: owesFee ? [] : ['DON'],
        electronicPapers: reused ? ['DON'] : [],
        procedureVersion: 1,
      };
    });
