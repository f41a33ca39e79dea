import { Body, Controller, Get, Header, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CurrentSession } from '../sessions/current-session';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { CodeDto, PasswordAndCodeDto, RecoveryCodesDto, SecondFactorDto, SecondFactorKeyDto, SetUpSecondFactorDto } from './second-factor.dto';
import { SecondFactors } from './second-factors';

@ApiTags('access')
@Controller()
export class SecondFactorController {
  constructor(private readonly factors: SecondFactors) {}

  @Get('auth/second-factor')
  @Requires('account.use')
  @ApiOperation({ summary: 'Whether my sign-in takes a second step' })
  @ApiOkResponse({ type: SecondFactorDto })
  show(@CurrentViewer() viewer: Viewer): Promise<SecondFactorDto> {
    return this.factors.show(viewer);
  }

  @Post('auth/second-factor/set-up')
  @Requires('account.use')
  @HttpCode(HttpStatus.OK)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A new key for my authenticator app, to be confirmed by a code of it' })
  @ApiOkResponse({ type: SecondFactorKeyDto })
  setUp(@CurrentViewer() viewer: Viewer, @Body() { password }: SetUpSecondFactorDto): Promise<SecondFactorKeyDto> {
    return this.factors.setUp(viewer, password);
  }

  @Post('auth/second-factor/confirm')
  @Requires('account.use')
  @HttpCode(HttpStatus.OK)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Put the new key in force; my other devices are signed out' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  confirm(@CurrentViewer() viewer: Viewer, @CurrentSession() session: SessionWithUser, @Body() { code }: CodeDto): Promise<RecoveryCodesDto> {
    return this.factors.confirm(viewer, session, code);
  }

  @Post('auth/second-factor/recovery-codes')
  @Requires('account.use')
  @HttpCode(HttpStatus.OK)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Ten new recovery codes; the former are void' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  renewCodes(@CurrentViewer() viewer: Viewer, @Body() body: PasswordAndCodeDto): Promise<RecoveryCodesDto> {
    return this.factors.renewCodes(viewer, body);
  }

  @Post('auth/second-factor/switch-off')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign in with one step again' })
  @ApiNoContentResponse()
  switchOff(@CurrentViewer() viewer: Viewer, @Body() body: PasswordAndCodeDto): Promise<void> {
    return this.factors.switchOff(viewer, body);
  }

  @Post('users/:userId/reset-second-factor')
  @Requires('user.secure')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Switch off the second step of a colleague who lost telephone and recovery codes' })
  @ApiNoContentResponse()
  reset(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string): Promise<void> {
    return this.factors.reset(viewer, userId);
  }
}
