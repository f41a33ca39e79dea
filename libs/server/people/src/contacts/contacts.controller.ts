import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { ChangeContactDto, ContactDto, NewContactDto, toContactDto } from './contact.dto';
import { Contacts } from './contacts.service';

@ApiTags('people')
@Controller('people/:personId/contacts')
export class ContactsController {
  constructor(private readonly contacts: Contacts) {}

  @Get()
  @Requires('person.read')
  @ApiOperation({ summary: 'Ways to reach the person, and whether it is safe to' })
  @ApiOkResponse({ type: [ContactDto] })
  async list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<ContactDto[]> {
    return (await this.contacts.list(viewer, personId)).map(toContactDto);
  }

  @Post()
  @Requires('person.update')
  @ApiOperation({ summary: 'Add a way to reach the person' })
  @ApiCreatedResponse({ type: ContactDto })
  async record(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Body() contact: NewContactDto): Promise<ContactDto> {
    return toContactDto(await this.contacts.record(viewer, personId, contact));
  }

  @Patch(':contactId')
  @Requires('person.update')
  @ApiOperation({ summary: 'Change when, and whether, it is safe to use a contact' })
  @ApiOkResponse({ type: ContactDto })
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Param('contactId', ParseUUIDPipe) contactId: string,
    @Body() { version, ...change }: ChangeContactDto,
  ): Promise<ContactDto> {
    return toContactDto(await this.contacts.change(viewer, personId, contactId, version, change));
  }
}
