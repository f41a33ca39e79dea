import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { NoteDto, OpenedNoteDto, OpenNoteDto, WriteNoteDto } from './note.dto';
import { Notes } from './notes.service';

@ApiTags('cases')
@Controller('cases/:caseId/notes')
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Get()
  @Requires('note.read')
  @ApiOperation({ summary: 'The notes of a case, newest first; level 3 without its text' })
  @ApiOkResponse({ type: [NoteDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('caseId', ParseUUIDPipe) caseId: string): Promise<NoteDto[]> {
    return this.notes.list(viewer, caseId);
  }

  @Post()
  @Requires('note.write')
  @ApiOperation({ summary: 'Write a note; a correction is a new note that names the former one' })
  @ApiCreatedResponse({ type: NoteDto })
  write(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: WriteNoteDto,
  ): Promise<NoteDto> {
    return this.notes.write(viewer, caseId, order);
  }

  @Post(':noteId/opening')
  @OnlyReads()
  @Requires('note.read-sensitive')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Open a level-3 note with a reason, which is audited' })
  @ApiOkResponse({ type: OpenedNoteDto })
  open(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
    @Body() { reason }: OpenNoteDto,
  ): Promise<OpenedNoteDto> {
    return this.notes.openSealed(viewer, caseId, noteId, reason);
  }
}
