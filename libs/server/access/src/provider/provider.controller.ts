import { Controller, Get, Header, HttpStatus, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Config, Open } from '@sampan/kernel';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { SignInAnswer } from '../sign-in/sign-in-answer';
import { giveVisit, takeVisit, visitOf } from './provider-cookie';
import { ProviderSignIn } from './provider-sign-in';

export class ProviderDto {
  @ApiProperty({ type: String, nullable: true, example: 'Ministry account', description: 'What stands on the button; null: there is none.' })
  readonly label: string | null;
}

export class LeaveQuery {
  @ApiPropertyOptional({ example: '/people', description: 'The page to come back to.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly back?: string;
}

interface Onwards {
  readonly url: string;
  readonly statusCode: number;
}

@ApiTags('access')
@Controller('auth/provider')
export class ProviderController {
  private readonly secure: boolean;

  constructor(
    private readonly provider: ProviderSignIn,
    private readonly answer: SignInAnswer,
    config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  @Get()
  @Open('The sign-in page asks whether there is another way to sign in.')
  @ApiOperation({ summary: 'Sign-in by OpenID Connect, where the operator has set it up' })
  @ApiOkResponse({ type: ProviderDto })
  show(): ProviderDto {
    return { label: this.provider.label() };
  }

  @Get('start')
  @Open('Nobody is signed in before signing in.')
  @Redirect()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Goes to the identity provider' })
  @ApiFoundResponse()
  async start(@Query() { back }: LeaveQuery, @Res({ passthrough: true }) response: Response): Promise<Onwards> {
    const { url, visit } = await this.provider.leave(back);
    if (visit) {
      giveVisit(response, visit, this.secure);
    }
    return { url, statusCode: HttpStatus.FOUND };
  }

  @Get('callback')
  @Open('The identity provider sends the browser here; state, nonce and the sealed cookie of the start are checked.')
  @Redirect()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Comes back from the identity provider' })
  @ApiFoundResponse()
  async callback(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Onwards> {
    const query = request.originalUrl.slice(request.path.length);
    const { path, step } = await this.provider.comeBack(query, visitOf(request, this.secure), this.answer.arrivalOf(request));
    takeVisit(response, this.secure);
    if (step) {
      this.answer.to(step, response);
    }
    return { url: path, statusCode: HttpStatus.FOUND };
  }
}
