import { Body, Controller, Get, HttpCode, HttpStatus, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Config, CurrentViewer, Open, Requires, type Viewer } from '@sampan/kernel';
import type { Request, Response } from 'express';
import { CSRF_HEADER, giveCookies, takeCookies, tokenOf } from '../sessions/session-cookie';
import { Sessions } from '../sessions/sessions';
import { MeDto } from './me.dto';
import { ChangeLocaleDto, ChangePasswordDto, SignInDto, UnlockDto } from './sign-in.dto';
import { SignIn } from './sign-in.service';

@ApiTags('access')
@Controller('auth')
export class AuthController {
  private readonly secure: boolean;

  constructor(
    private readonly signInService: SignIn,
    private readonly sessions: Sessions,
    config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  @Post('sign-in')
  @Open('Nobody is signed in before signing in.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Sign in by e-mail and password' })
  @ApiOkResponse({ type: MeDto })
  async signIn(@Body() body: SignInDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<MeDto> {
    const { me, ...session } = await this.signInService.signIn(body, tokenOf(request));
    giveCookies(response, session, this.secure);
    return me;
  }

  @Post('sign-out')
  @Open('Signing out works also when the session has ended by itself.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out on this device' })
  @ApiNoContentResponse()
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    takeCookies(response);
    return this.signInService.signOut(tokenOf(request));
  }

  @Post('sign-out-everywhere')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out on every device' })
  @ApiNoContentResponse()
  signOutEverywhere(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) response: Response): Promise<void> {
    takeCookies(response);
    return this.signInService.signOutEverywhere(viewer);
  }

  @Get('me')
  @Requires('account.use')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: MeDto })
  me(@CurrentViewer() viewer: Viewer): Promise<MeDto> {
    return this.signInService.me(viewer);
  }

  @Post('lock')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Lock this session on a shared tablet' })
  @ApiNoContentResponse()
  async lock(@Req() request: Request): Promise<void> {
    return this.signInService.lock(await this.sessions.require(tokenOf(request)));
  }

  @Post('unlock')
  @Open('A locked session has no viewer; it needs its cookie, its token and the password.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Open a locked session again with one’s password' })
  @ApiOkResponse({ type: MeDto })
  async unlock(@Body() { password }: UnlockDto, @Req() request: Request): Promise<MeDto> {
    const session = await this.sessions.requireLockedOrOpen(tokenOf(request));
    this.sessions.assertCsrf(session, request.get(CSRF_HEADER));
    return this.signInService.unlock(session, password);
  }

  @Post('change-password')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Change one’s own password; every other device is signed out' })
  @ApiNoContentResponse()
  async changePassword(@CurrentViewer() viewer: Viewer, @Body() body: ChangePasswordDto, @Res({ passthrough: true }) response: Response): Promise<void> {
    giveCookies(response, await this.signInService.changePassword(viewer, body), this.secure);
  }

  @Put('locale')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'The language in which the product speaks to me' })
  @ApiNoContentResponse()
  changeLocale(@CurrentViewer() viewer: Viewer, @Body() { locale }: ChangeLocaleDto): Promise<void> {
    return this.signInService.changeLocale(viewer, locale);
  }
}
