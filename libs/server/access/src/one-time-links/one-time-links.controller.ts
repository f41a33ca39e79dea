import { Body, Controller, Header, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Open, Requires, type Viewer } from '@sampan/kernel';
import { ChoosePasswordDto, LookAtLinkDto, OneTimeLinkDto } from './one-time-link.dto';
import { OneTimeLinks } from './one-time-links';

@ApiTags('access')
@Controller()
export class OneTimeLinksController {
  constructor(private readonly links: OneTimeLinks) {}

  @Post('users/:userId/one-time-link')
  @Requires('user.secure')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A link with which a colleague chooses a password, once, within a day; shown once' })
  @ApiCreatedResponse({ type: OneTimeLinkDto })
  make(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string): Promise<OneTimeLinkDto> {
    return this.links.make(viewer, userId);
  }

  @Post('one-time-links/look')
  @Open('Whoever holds the link is not signed in; only the token counts.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Whether a link is still good' })
  @ApiNoContentResponse()
  look(@Body() { token }: LookAtLinkDto): Promise<void> {
    return this.links.look(token);
  }

  @Post('one-time-links/choose-password')
  @Open('Whoever holds the link is not signed in; only the token counts.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Choose the password of the account that the link is for; every device is signed out' })
  @ApiNoContentResponse()
  choosePassword(@Body() body: ChoosePasswordDto): Promise<void> {
    return this.links.choosePassword(body);
  }
}
