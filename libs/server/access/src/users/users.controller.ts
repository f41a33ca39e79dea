import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { UserDto } from './user.dto';
import { Users } from './users';

@ApiTags('access')
@Controller('users')
export class UsersController {
  constructor(private readonly users: Users) {}

  @Get()
  @Requires('user.read')
  @ApiOperation({ summary: 'Colleagues at the centres within my reach' })
  @ApiOkResponse({ type: [UserDto] })
  list(@CurrentViewer() viewer: Viewer): Promise<UserDto[]> {
    return this.users.list(viewer);
  }
}
