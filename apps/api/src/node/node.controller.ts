import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Config, Open } from '@sampan/kernel';

export class NodeDto {
  @ApiProperty({ description: 'Whether this node shows invented people.', example: true })
  readonly demo: boolean;
}

@ApiTags('node')
@Controller('node')
export class NodeController {
  constructor(private readonly config: Config) {}

  @Get()
  @Open('Whether the people here are invented is to be known before signing in.')
  @ApiOperation({ summary: 'What kind of node this is' })
  @ApiOkResponse({ type: NodeDto })
  about(): NodeDto {
    return { demo: this.config.demo };
  }
}
