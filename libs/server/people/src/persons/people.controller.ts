import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { PersonDto, toPersonDto } from './person-file.dto';
import { PersonFiles } from './person-file.service';
import { PersonPage, SearchPeopleDto, toListedPersonDto } from './person.dto';
import { People } from './people.service';
import { ChangePersonDto, RegisterPersonDto } from './register-person.dto';
import { Registration } from './registration.service';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly files: PersonFiles,
    private readonly registration: Registration,
  ) {}

  @Post()
  @Requires('person.register')
  @ApiOperation({ summary: 'Register a person; only a name is required' })
  @ApiCreatedResponse({ type: PersonDto })
  async register(@CurrentViewer() viewer: Viewer, @Body() person: RegisterPersonDto): Promise<PersonDto> {
    return toPersonDto(viewer, await this.files.of(viewer, await this.registration.register(viewer, person)));
  }

  @Post('search')
  @OnlyReads()
  @FromReplica()
  @Requires('person.read')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'People within my reach, by any part of a name in any script' })
  @ApiOkResponse({ type: PersonPage })
  async search(@CurrentViewer() viewer: Viewer, @Body() { text, centreIds = [], statuses = [], cursor, limit = 25 }: SearchPeopleDto): Promise<PersonPage> {
    const { items, ...page } = await this.people.search(viewer, { text, centreIds, statuses, cursor, limit });
    return { ...page, items: items.map(toListedPersonDto) };
  }

  @Get(':personId')
  @Requires('person.read')
  @ApiOperation({ summary: 'A person’s file, as far as I may see it; opening it is written down' })
  @ApiOkResponse({ type: PersonDto })
  async open(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<PersonDto> {
    return toPersonDto(viewer, await this.files.open(viewer, personId));
  }

  @Patch(':personId')
  @Requires('person.update')
  @ApiOperation({ summary: 'Change what is written about a person' })
  @ApiOkResponse({ type: PersonDto })
  async change(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() { version, ...facts }: ChangePersonDto,
  ): Promise<PersonDto> {
    return toPersonDto(viewer, await this.files.of(viewer, await this.registration.change(viewer, personId, version, facts)));
  }
}
