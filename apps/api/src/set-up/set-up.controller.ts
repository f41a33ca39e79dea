import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '@sampan/kernel';
import { SetUp } from './set-up';
import { CheckAreasDto, ImportedAreaDto, SetUpDto, SetUpOffersDto } from './set-up.dto';

@ApiTags('node')
@Controller('set-up')
export class SetUpController {
  constructor(private readonly setUp: SetUp) {}

  @Get()
  @Open('Before the set-up nobody has an account; it tells no more than that, and names of countries.')
  @ApiOperation({ summary: 'Whether this node waits to be set up, and with what it can begin' })
  @ApiOkResponse({ type: SetUpOffersDto })
  offers(): Promise<SetUpOffersDto> {
    return this.setUp.offers();
  }

  @Post()
  @Open('Before the set-up nobody has an account; the code from the server’s terminal is asked for.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Set up this node: operator, centres and first administrator, once' })
  @ApiNoContentResponse()
  run(@Body() order: SetUpDto): Promise<void> {
    return this.setUp.run(order);
  }

  @Post('check-areas')
  @Open('Before the set-up nobody has an account; the code from the server’s terminal is asked for.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'What would become of each row of a file of admin areas' })
  @ApiOkResponse({ type: [ImportedAreaDto] })
  checkAreas(@Body() order: CheckAreasDto): Promise<ImportedAreaDto[]> {
    return this.setUp.checkAreas(order);
  }
}
