import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, RouteOptions } from 'fastify';

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** Whole procedures are long texts: this one route takes larger bodies than the others. Set before routes are made. */
@Injectable()
export class ImportBodyLimit {
  constructor(host: HttpAdapterHost) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRoute', (route: RouteOptions) => {
      if (route.method === 'POST' && route.url.endsWith('/v1/imports')) route.bodyLimit = TEN_MEGABYTES;
    });
  }
}
