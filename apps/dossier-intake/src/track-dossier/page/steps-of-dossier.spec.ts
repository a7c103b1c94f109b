import type { DossierStatus } from '@motcua/dossier-domain';
import { type StepState, stepsOfDossier } from './steps-of-dossier.js';

describe('the steps that the tracking page draws', () => {
  it.each<[DossierStatus, boolean, ...StepState[]]>([
    ['registered', false, 'done', 'current', 'ahead', 'ahead'],
    ['accepted', true, 'done', 'done', 'current', 'ahead'],
    ['processing', true, 'done', 'done', 'current', 'ahead'],
    ['processed', true, 'done', 'done', 'done', 'current'],
    ['returned', true, 'done', 'done', 'done', 'done'],
    ['refused', false, 'done', 'ended', 'ahead', 'ahead'],
    ['supplementRequired', false, 'done', 'waiting', 'ahead', 'ahead'],
    ['supplementRequired', true, 'done', 'done', 'waiting', 'ahead'],
    ['paymentRequired', false, 'done', 'waiting', 'ahead', 'ahead'],
    ['paymentRequired', true, 'done', 'done', 'waiting', 'ahead'],
    ['withdrawn', false, 'done', 'ended', 'ahead', 'ahead'],
    ['withdrawn', true, 'done', 'done', 'ended', 'ahead'],
    ['stopped', true, 'done', 'done', 'ended', 'ahead'],
  ])('of a dossier that is %s (ever accepted: %s) are %s, %s, %s, %s', (status, everAccepted, ...states) => {
    expect(stepsOfDossier(status, everAccepted).map(({ state }) => state)).toEqual(states);
  });
});
