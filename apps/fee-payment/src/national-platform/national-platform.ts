import { Injectable } from '@nestjs/common';
import { GatewayTrouble } from '../gateway/gateway-trouble.js';
import type {
  Closing,
  PaymentGateway,
  PaymentStatus,
  PaymentToOpen,
  ReadConfirmation,
  Verdict,
} from '../gateway/payment-gateway.js';
import { PaymentConfig } from '../payment.config.js';
import { CONFIRM_ANSWERS } from './confirm-answers.js';
import { initMessage, PHIEN_BAN } from './init-message.js';
import { type Fields, type HashedMessage, maXacThuc } from './message-hash.js';
import { readConfirm } from './read-confirm.js';
import { sendMessage } from './send-message.js';
import { readSoTien } from './so-tien.js';
import { thoiGianGD } from './thoi-gian-gd.js';

/** The national payment platform's protocol (ADR 0010). Its names live in this folder and nowhere else. */
@Injectable()
export class NationalPlatform implements PaymentGateway {
  constructor(private readonly config: PaymentConfig) {}

  async open(payment: PaymentToOpen): Promise<{ paymentUrl: string }> {
    const message = initMessage(payment, this.config.partner);
    const { MaLoi = '', UrlThanhToan = '' } = await this.send('INIT', message);
    if (MaLoi !== '00') throw new GatewayTrouble('refused', MaLoi, `INIT was answered with MaLoi ${MaLoi}`);
    if (!/^https?:\/\//.test(UrlThanhToan))
      throw new GatewayTrouble('unavailable', MaLoi, 'INIT was answered without UrlThanhToan');
    return { paymentUrl: UrlThanhToan };
  }

  async statusOf(reference: string, at: Temporal.Instant): Promise<PaymentStatus> {
    const answer = await this.send('QUERY', this.ask('QUERY', reference, at));
    const { TrangThaiGD = '', SoTien = '', MaGiaoDich = '' } = answer;
    const amount = readSoTien(SoTien);
    if (TrangThaiGD === '1') {
      if (amount === undefined)
        throw new GatewayTrouble('unavailable', '', 'QUERY reports a payment without an amount');
      return {
        is: 'paid',
        confirmation: { reference, success: true, amount, transaction: MaGiaoDich === '' ? null : MaGiaoDich },
      };
    }
    if (TrangThaiGD === '3') return { is: 'pending' };
    if (TrangThaiGD === '4') return { is: 'failed' };
    return { is: 'unknown' };
  }

  async close(reference: string, at: Temporal.Instant): Promise<Closing> {
    const { MaLoi = '' } = await this.send('CANCEL', this.ask('CANCEL', reference, at));
    if (MaLoi === '00') return 'closed';
    if (MaLoi === '02') return 'paid';
    throw new GatewayTrouble('refused', MaLoi, `CANCEL was answered with MaLoi ${MaLoi}`);
  }

  async billOf(reference: string, at: Temporal.Instant): Promise<string | undefined> {
    const { UrlBienLai = '' } = await this.send('GET_BILL', this.ask('GET_BILL', reference, at));
    return /^https?:\/\//.test(UrlBienLai) ? UrlBienLai : undefined;
  }

  readConfirmation(body: unknown): ReadConfirmation {
    return readConfirm(body, this.config.partner, this.config.secret);
  }

  answerTo(verdict: Verdict, reference: string, at: Temporal.Instant): string {
    const [MaLoi, MoTaLoi] = CONFIRM_ANSWERS[verdict];
    const genuine = verdict !== 'badHash' && verdict !== 'badMessage';
    const answer = {
      MaLoi,
      MoTaLoi,
      MaDoiTac: this.config.partner,
      MaThamChieu: genuine ? reference : '',
      ThoiGianGD: thoiGianGD(at),
    };
    return JSON.stringify({
      ...answer,
      MaXacThuc: genuine ? maXacThuc('CONFIRM_ANSWER', answer, this.config.secret) : '',
    });
  }

  private ask(LoaiBanTin: 'QUERY' | 'GET_BILL' | 'CANCEL', reference: string, at: Temporal.Instant): Fields {
    return {
      LoaiBanTin,
      PhienBan: PHIEN_BAN,
      MaDoiTac: this.config.partner,
      MaThamChieu: reference,
      ThoiGianGD: thoiGianGD(at),
    };
  }

  private send(message: HashedMessage, fields: Fields): Promise<Fields> {
    const { platformUrl, secret, timeoutMs } = this.config;
    return sendMessage(platformUrl, { ...fields, MaXacThuc: maXacThuc(message, fields, secret) }, timeoutMs);
  }
}
