import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@sampan/kernel';
import { ClassificationsDto, ClassificationsQuery } from './classification.dto';
import { classificationsIn } from './classifications';

@ApiTags('organisations')
@Controller('classifications')
export class ClassificationsController {
  @Get()
  @Requires('reference.read')
  @ApiOperation({ summary: 'What occupations (ISCO-08) and fields of education (ISCED-F 2013) are called in a language' })
  @ApiOkResponse({ type: ClassificationsDto })
  list(@Query() { language }: ClassificationsQuery): ClassificationsDto {
    return classificationsIn(language);
  }
}
