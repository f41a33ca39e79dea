import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { PERMISSIONS, REACHES, Requires, type Permission, type Reach } from '@sampan/kernel';
import { REACHES_OF, ROLE_CODES, ROLES, ROLES_WITH_SECOND_FACTOR, type RoleCode } from './roles.data';

export class RoleDto {
  @ApiProperty({ enum: ROLE_CODES })
  readonly code: RoleCode;

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  readonly permissions: readonly Permission[];

  @ApiProperty({ enum: REACHES, isArray: true, description: 'How far somebody in this role may see.' })
  readonly reaches: readonly Reach[];

  @ApiProperty({ description: 'Signing in takes a second step, where the installation asks for it.' })
  readonly secondFactor: boolean;
}

@ApiTags('access')
@Controller('roles')
export class RolesController {
  @Get()
  @Requires('role.read')
  @ApiOperation({ summary: 'What each role may do, and how far it sees; roles are part of the product and the same everywhere' })
  @ApiOkResponse({ type: [RoleDto] })
  list(): RoleDto[] {
    return ROLE_CODES.map((code) => ({ code, permissions: ROLES[code], reaches: REACHES_OF[code], secondFactor: ROLES_WITH_SECOND_FACTOR.includes(code) }));
  }
}
