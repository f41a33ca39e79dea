import { Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { DeadLetters } from './dead-letters';

export class DeadLetterDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly diedAt: string;

  @ApiProperty({ example: 'training.session-missed/WhenSessionMissed' })
  readonly queue: string;

  @ApiProperty({ example: 'QueryFailedError', description: 'The class of the failure; never its message.' })
  readonly reason: string;
}

@ApiTags('platform')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @Requires('dead-letter.read')
  @ApiOperation({ summary: 'News and jobs that could not be delivered after every try' })
  @ApiOkResponse({ type: [DeadLetterDto] })
  list(): Promise<DeadLetterDto[]> {
    return this.deadLetters.list();
  }

  @Post(':deadLetterId/retry')
  @Requires('dead-letter.retry')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Send a dead letter on its way again' })
  @ApiNoContentResponse()
  retry(@CurrentViewer() viewer: Viewer, @Param('deadLetterId', ParseUUIDPipe) deadLetterId: string): Promise<void> {
    return this.deadLetters.retry(viewer, deadLetterId);
  }
}
