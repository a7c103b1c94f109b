import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeDescription } from './complete-description.js';
import type { ServiceDefinition } from './service-definition.js';

/** The service's OpenAPI 3.1 description, made from the code that answers. */
export function describeService(app: INestApplication, definition: ServiceDefinition): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle(definition.title)
    .setDescription(`${definition.summary.vi} · ${definition.summary.en}`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${definition.name}.${controller.replace(/Controller$/, '')}.${method}`,
  });
  return completeDescription(document);
}

/** Serves the description at `/{service}/openapi.json`, and to read in a browser at `/{service}/docs`. */
export function serveDescription(app: INestApplication, document: () => OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, {
    useGlobalPrefix: true,
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}
