import { Body, Controller, Delete, Get, Header, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { ApiTokensDto, MadeApiTokenDto, NewApiTokenDto } from './api-token.dto';
import { ApiTokens } from './api-tokens';

@ApiTags('access')
@Controller('api-tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @Requires('api-token.make')
  @ApiOperation({ summary: 'My API tokens, and what a new one may be given' })
  @ApiOkResponse({ type: ApiTokensDto })
  list(@CurrentViewer() viewer: Viewer): Promise<ApiTokensDto> {
    return this.tokens.list(viewer);
  }

  @Post()
  @Requires('api-token.make')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A token with which a machine works in my name' })
  @ApiCreatedResponse({ type: MadeApiTokenDto })
  make(@CurrentViewer() viewer: Viewer, @Body() body: NewApiTokenDto): Promise<MadeApiTokenDto> {
    return this.tokens.make(viewer, body);
  }

  @Delete(':apiTokenId')
  @Requires('api-token.make')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Revoke one of my API tokens; it ends at once' })
  @ApiNoContentResponse()
  revoke(@CurrentViewer() viewer: Viewer, @Param('apiTokenId', ParseUUIDPipe) apiTokenId: string): Promise<void> {
    return this.tokens.revoke(viewer, apiTokenId);
  }
}
