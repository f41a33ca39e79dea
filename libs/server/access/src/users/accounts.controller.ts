import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { AccountDto, AccountPage, AccountVersionDto, ChangeAccountDto, NewAccountDto, SearchAccountsDto } from './account.dto';
import { Accounts } from './accounts';

@ApiTags('access')
@Controller('users')
export class AccountsController {
  constructor(private readonly accounts: Accounts) {}

  @Post('search')
  @OnlyReads()
  @Requires('user.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Accounts that I look after, by name' })
  @ApiOkResponse({ type: AccountPage })
  search(@CurrentViewer() viewer: Viewer, @Body() search: SearchAccountsDto): Promise<AccountPage> {
    return this.accounts.search(viewer, search);
  }

  @Post()
  @Requires('user.write')
  @ApiOperation({ summary: 'An account for a new colleague; a one-time link gives it a password' })
  @ApiCreatedResponse({ type: AccountDto })
  add(@CurrentViewer() viewer: Viewer, @Body() account: NewAccountDto): Promise<AccountDto> {
    return this.accounts.add(viewer, account);
  }

  @Get(':userId')
  @Requires('user.write')
  @ApiOperation({ summary: 'One account' })
  @ApiOkResponse({ type: AccountDto })
  one(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string): Promise<AccountDto> {
    return this.accounts.get(viewer, userId);
  }

  @Put(':userId')
  @Requires('user.write')
  @ApiOperation({ summary: 'Change the name, the address or the language of an account' })
  @ApiOkResponse({ type: AccountDto })
  change(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string, @Body() change: ChangeAccountDto): Promise<AccountDto> {
    return this.accounts.change(viewer, userId, change);
  }

  @Post(':userId/reactivate')
  @Requires('user.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Let somebody who had left sign in again' })
  @ApiOkResponse({ type: AccountDto })
  reactivate(@CurrentViewer() viewer: Viewer, @Param('userId', ParseUUIDPipe) userId: string, @Body() { version }: AccountVersionDto): Promise<AccountDto> {
    return this.accounts.reactivate(viewer, userId, version);
  }
}
