import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { DocumentDto, NewDocumentDto } from './identity-document.dto';
import { IdentityDocuments } from './identity-documents.service';

@ApiTags('people')
@Controller('people/:personId/documents')
export class IdentityDocumentsController {
  constructor(private readonly documents: IdentityDocuments) {}

  @Get()
  @Requires('person.read')
  @ApiOperation({ summary: 'Identity documents; numbers only for those who may see them' })
  @ApiOkResponse({ type: [DocumentDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<DocumentDto[]> {
    return this.documents.list(viewer, personId);
  }

  @Post()
  @Requires('person.see-document')
  @ApiOperation({ summary: 'Record an identity document' })
  @ApiCreatedResponse({ type: DocumentDto })
  record(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Body() document: NewDocumentDto): Promise<DocumentDto> {
    return this.documents.record(viewer, personId, document);
  }
}
