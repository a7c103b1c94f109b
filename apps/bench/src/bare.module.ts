import { Module } from '@nestjs/common';
import { BareController } from './bare.controller.js';

@Module({ controllers: [BareController] })
export class BareModule {}
