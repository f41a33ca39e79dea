import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@sampan/kernel';
import { definedIndicators } from './indicator-texts';
import { IndicatorDto, toIndicatorDto } from './indicator.dto';

@ApiTags('insights')
@Controller('indicators')
export class IndicatorsController {
  @Get()
  @Requires('indicator.read')
  @ApiOperation({ summary: 'Every indicator with its definition in every language' })
  @ApiOkResponse({ type: [IndicatorDto] })
  list(): IndicatorDto[] {
    return definedIndicators().map(toIndicatorDto);
  }
}
