import { Controller, Get } from '@nestjs/common';

@Controller()
export class BareController {
  @Get('health/ready')
  ready(): { status: string } {
    return { status: 'ok' };
  }
}
