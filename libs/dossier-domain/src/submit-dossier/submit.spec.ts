import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import { applicant, at, life, procedure, refusalOf, submission, wall } from '../testing.fixture.js';
import { submit, submitIncomplete, type Submission } from './submit.js';

const with_ = (draft: Partial<Submission['draft']>, change: Partial<Submission> = {}): Submission => ({
  ...submission,
  ...change,
  draft: { ...submission.draft, ...draft },
});

const faultsOf = (given: Submission): string[] => refusalOf(() => submit(life('draft'), given)).faults;

describe('submitting a dossier', () => {
  it('registers it, with the version in force, and 8 working hours for its reception over the holiday (R6)', () => {
    // Monday 23 November 15:00 to 17:00 is 2 hours; Tuesday is a day off; Wednesday 07:00 to 11:30 and 13:30 to 15:00.
    expect({ ...submit(life('draft'), submission), receptionDueAt: undefined }).toEqual({
      status: 'registered',
      submittedAt: submission.now,
      procedureVersion: 1,
      receptionDueAt: undefined,
    });
    expect(wall(submit(life('draft'), submission).receptionDueAt)).toBe('2026-11-25T15:00:00');
  });

  it('awaits the fee where one is due before acceptance, and R6 does not run yet', () => {
    expect(submit(life('draft'), { ...submission, owedBeforeAcceptance: 115_000 })).toMatchObject({
      status: 'paymentRequired',
      receptionDueAt: null,
    });
    expect(submit(life('draft'), { ...submission, owedBeforeAcceptance: 1 }).status).toBe('paymentRequired');
  });

  it('that the national portal hands over is kept from nothing by what is missing, but by the procedure (R22)', () => {
    const incomplete = with_({ attached: [], applicant: { ...applicant, fullName: '' } });
    expect(submitIncomplete(life('draft'), incomplete)).toMatchObject({ status: 'registered', procedureVersion: 1 });
    expect(refusalOf(() => submitIncomplete(life('draft'), { ...incomplete, procedure: null })).code).toBe(
      'DOSSIER.PROCEDURE_NOT_IN_FORCE',
    );
  });

  it.each(['counter', 'post'] as const)('through the channel %s has no reception deadline', (channel) => {
    const given = with_({ channel, submissionAgency: { code: 'H48.30', level: 'commune' } });
    expect(submit(life('draft'), given)).toMatchObject({ status: 'registered', receptionDueAt: null });
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'draft'))('is refused when it is %s', (status) => {
    expect(() => submit(life(status), submission)).toThrow(MoveNotAllowed);
  });

  it('lists every missing component and bad field at once', () => {
    const given = with_(
      {
        channel: 'counter',
        receivingAgency: null,
        competentAgency: { code: 'H48.13', level: 'department' },
        applicant: { ...applicant, kind: 'other', fullName: '', identity: { type: 'oldId', number: '1' } },
        delivery: { method: 'post', address: ' ' },
        attached: ['ANH'],
      },
      {
        procedure: { ...procedure, channels: ['online'] },
        formFaults: [{ pointer: '/formData/area', code: 'DOSSIER.FORM_INVALID', detail: { vi: 'Sai', en: 'Wrong' } }],
      },
    );
    expect(refusalOf(() => submit(life('draft'), given))).toEqual({
      code: 'DOSSIER.INCOMPLETE',
      evidence: { missing: ['DON-DE-NGHI', 'BAN-VE'] },
      faults: [
        '/channel DOSSIER.CHANNEL_NOT_OFFERED',
        '/applicant/kind DOSSIER.APPLICANT_KIND_UNFIT',
        '/applicant/identity/number DOSSIER.OLD_ID_INVALID',
        '/applicant/fullName DOSSIER.FIELD_REQUIRED',
        '/submissionAgency DOSSIER.AGENCY_UNKNOWN',
        '/receivingAgency DOSSIER.AGENCY_UNKNOWN',
        '/competentAgency DOSSIER.AGENCY_NOT_COMPETENT',
        '/delivery/address DOSSIER.FIELD_REQUIRED',
        '/components/DON-DE-NGHI DOSSIER.COMPONENT_MISSING',
        '/components/BAN-VE DOSSIER.COMPONENT_MISSING',
        '/formData/area DOSSIER.FORM_INVALID',
      ],
    });
  });

  it('is refused where the procedure is not in force, and says what else is wrong', () => {
    const given = with_({ applicant: { ...applicant, fullName: '' } }, { procedure: null });
    expect(refusalOf(() => submit(life('draft'), given))).toEqual({
      code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      evidence: { procedureCode: '1.001686' },
      faults: ['/procedureCode DOSSIER.PROCEDURE_NOT_IN_FORCE', '/applicant/fullName DOSSIER.FIELD_REQUIRED'],
    });
  });

  it('is refused for a variant that the procedure does not have', () => {
    expect(faultsOf(with_({ variant: 'OTHER' }))).toEqual(['/variant DOSSIER.VARIANT_UNKNOWN']);
  });

  it('is refused without a competent agency', () => {
    expect(faultsOf(with_({ competentAgency: null }))).toEqual(['/competentAgency DOSSIER.AGENCY_UNKNOWN']);
  });

  it('is received by any one-stop office of the province, wherever it is decided (R23)', () => {
    const receivingAgency = { code: 'H48.30', level: 'commune' };
    expect(submit(life('draft'), with_({ receivingAgency })).status).toBe('registered');
  });

  it('is decided by any agency of the level that the procedure names, where it names no agency', () => {
    const byLevel = { ...procedure, competentAgencies: null, competentLevel: 'commune' };
    const commune = { code: 'H48.30', level: 'commune' };
    expect(submit(life('draft'), with_({ competentAgency: commune }, { procedure: byLevel })).status).toBe(
      'registered',
    );
    expect(faultsOf(with_({}, { procedure: byLevel }))).toEqual(['/competentAgency DOSSIER.AGENCY_NOT_COMPETENT']);
    const either = { ...procedure, competentAgencies: ['H48.13', 'H48.12'] };
    expect(submit(life('draft'), with_({}, { procedure: either })).status).toBe('registered');
    const anywhere = { ...byLevel, competentLevel: null };
    expect(submit(life('draft'), with_({}, { procedure: anywhere })).status).toBe('registered');
  });

  it('is handed in at a post office by post, for an office that receives and one that decides (R23)', () => {
    const post = { code: 'H48.201', level: 'department', kind: 'postOffice' };
    expect(submit(life('draft'), with_({ channel: 'post', submissionAgency: post })).status).toBe('registered');
    expect(faultsOf(with_({ channel: 'counter', submissionAgency: post }))).toEqual([
      '/channel DOSSIER.CHANNEL_NOT_YOURS',
    ]);
    const open = { ...procedure, competentAgencies: null, competentLevel: null };
    expect(
      faultsOf(
        with_(
          { channel: 'post', submissionAgency: post, receivingAgency: post, competentAgency: post },
          { procedure: open },
        ),
      ),
    ).toEqual(['/receivingAgency DOSSIER.AGENCY_RECEIVES_NOTHING', '/competentAgency DOSSIER.AGENCY_NOT_COMPETENT']);
  });

  it('does not ask for components that are not required', () => {
    expect(faultsOf(with_({ attached: ['DON-DE-NGHI'] }))).toEqual(['/components/BAN-VE DOSSIER.COMPONENT_MISSING']);
  });

  it('at the counter goes on to acceptance in the same visit: the time is the same', () => {
    const now = at('2026-11-23T16:59:59');
    const given = with_({ channel: 'counter', submissionAgency: { code: 'H48.12', level: 'department' } }, { now });
    expect(submit(life('draft'), given)).toMatchObject({ status: 'registered', submittedAt: now });
  });
});
