import { Body, Controller, Get, HttpCode, HttpStatus, Post, Put, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Open, Requires, type Viewer } from '@sampan/kernel';
import type { Request, Response } from 'express';
import { CodeDto } from '../second-factor/second-factor.dto';
import { CurrentSession } from '../sessions/current-session';
import { originOf } from '../sessions/origin';
import { CSRF_HEADER, pendingTokenOf, takeCookies, tokenOf } from '../sessions/session-cookie';
import { Sessions } from '../sessions/sessions';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { Entrance } from './entrance';
import { MeDto, PendingSignInDto } from './me.dto';
import { SignInAnswer } from './sign-in-answer';
import { ChangeLocaleDto, ChangePasswordDto, SignInDto, UnlockDto } from './sign-in.dto';
import { SignIn } from './sign-in.service';

@ApiTags('access')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signInService: SignIn,
    private readonly entrance: Entrance,
    private readonly sessions: Sessions,
    private readonly answer: SignInAnswer,
  ) {}

  @Post('sign-in')
  @Open('Nobody is signed in before signing in.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Sign in by e-mail and password' })
  @ApiOkResponse({ type: MeDto, description: 'Signed in.' })
  @ApiAcceptedResponse({ type: PendingSignInDto, description: 'The password was right; auth/sign-in/second-step takes a code.' })
  async signIn(@Body() body: SignInDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<MeDto | PendingSignInDto> {
    return this.answer.to(await this.signInService.signIn(body, this.answer.arrivalOf(request)), response);
  }

  @Post('sign-in/second-step')
  @Open('The second step of signing in; it needs the cookie of the first.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The code of the authenticator app, or a recovery code' })
  @ApiOkResponse({ type: MeDto })
  async secondStep(@Body() { code }: CodeDto, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<MeDto> {
    return this.answer.entered(await this.entrance.finish(pendingTokenOf(request, this.answer.secure), code, this.answer.arrivalOf(request)), response);
  }

  @Post('sign-out')
  @Open('Signing out works also when the session has ended by itself.')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out on this device' })
  @ApiNoContentResponse()
  signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    takeCookies(response, this.answer.secure);
    return this.signInService.signOut(tokenOf(request, this.answer.secure));
  }

  @Post('sign-out-everywhere')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Sign out on every device' })
  @ApiNoContentResponse()
  signOutEverywhere(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) response: Response): Promise<void> {
    takeCookies(response, this.answer.secure);
    return this.signInService.signOutEverywhere(viewer);
  }

  @Get('me')
  @Requires('account.use')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: MeDto })
  me(@CurrentViewer() viewer: Viewer, @CurrentSession() session: SessionWithUser): Promise<MeDto> {
    return this.signInService.me(viewer, session);
  }

  @Post('lock')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Lock this session on a shared tablet' })
  @ApiNoContentResponse()
  lock(@CurrentSession() session: SessionWithUser): Promise<void> {
    return this.signInService.lock(session);
  }

  @Post('unlock')
  @Open('A locked session has no viewer; it needs its cookie, its token and the password.')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Open a locked session again with one’s password' })
  @ApiOkResponse({ type: MeDto })
  async unlock(@Body() { password }: UnlockDto, @Req() request: Request): Promise<MeDto> {
    const session = await this.sessions.requireLockedOrOpen(tokenOf(request, this.answer.secure));
    this.sessions.assertCsrf(session, request.get(CSRF_HEADER));
    return this.signInService.unlock(session, password);
  }

  @Post('change-password')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Change one’s own password; every other device is signed out' })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @CurrentSession() session: SessionWithUser,
    @Body() body: ChangePasswordDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    this.answer.opened(await this.signInService.changePassword(viewer, session, originOf(request), body), response);
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
