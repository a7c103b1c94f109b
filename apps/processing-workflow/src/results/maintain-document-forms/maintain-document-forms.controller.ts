import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentIdentifier } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, IfMatchWhenReplacing, Requires } from '@motcua/platform';
import { DocumentFormsRequest } from './document-forms.request.js';
import { DocumentFormsView } from './document-forms.view.js';
import { MAINTAIN_DOCUMENT_FORMS } from './maintain-document-forms.js';

@Controller('v1/document-forms/:agency')
@ApiTags('results')
@Requires('process.write')
export class MaintainDocumentFormsController {
  constructor(private readonly commands: Commands) {}

  @Put()
  @ApiOperation({
    summary: 'Sets in which forms an agency numbers its documents (201), or changes them (200, with If-Match)',
  })
  @ApiOkResponse({ type: DocumentFormsView })
  maintain(
    @Param('agency') agency: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { forms }: DocumentFormsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const plain = forms.map(({ resultCode, form }) => ({ resultCode, form }));
    const command = { agency: currentIdentifier(agency), seen, forms: plain, actor: actor.subject };
    return this.commands.run(MAINTAIN_DOCUMENT_FORMS, command);
  }
}
