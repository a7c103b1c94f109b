import { loadConfig } from '@motcua/platform';
import { NotificationConfig } from './notification.config.js';

const load = (environment: Record<string, string>): NotificationConfig => loadConfig(NotificationConfig, environment);

describe('the settings of mail', () => {
  it('want a mail server or a folder, and never guess', () => {
    expect(() => load({})).toThrow(/MOTCUA_MAIL_FOLDER .*required when MOTCUA_SMTP_URL is not set/);
    expect(load({ MOTCUA_MAIL_FOLDER: '/mail' }).mailFolder).toBe('/mail');
    expect(load({ MOTCUA_SMTP_URL: 'smtps://user:secret@mail.example:465' }).mailFolder).toBeUndefined();
  });

  it('tell every fault at once', () => {
    const settings = {
      MOTCUA_SMTP_URL: 'http://mail',
      MOTCUA_MAIL_FROM: 'nobody',
      MOTCUA_MAIL_ATTEMPTS: 'many',
      MOTCUA_MAIL_RETRY_MS: '0',
    };
    expect(() => load(settings)).toThrow(
      /MOTCUA_SMTP_URL[^]*MOTCUA_MAIL_FROM [^]*MOTCUA_MAIL_ATTEMPTS[^]*MOTCUA_MAIL_RETRY_MS/,
    );
  });
});
