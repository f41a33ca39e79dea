import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { CASELOAD_ROLES, type CaseloadRole } from './caseload-entry.entity';

export class AssignCaseloadDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a01', description: 'Made by the client: the same request repeated is one entry.' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a02', description: 'The colleague who takes the person on.' })
  @IsUUID()
  readonly userId: string;

  @ApiProperty({ enum: CASELOAD_ROLES, example: 'social-worker' })
  @IsIn(CASELOAD_ROLES)
  readonly role: CaseloadRole;
}

export class CaseloadEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly userId: string;

  @ApiProperty({ type: String, nullable: true, example: 'Demo Social Worker' })
  readonly userName: string | null;

  @ApiProperty({ enum: CASELOAD_ROLES })
  readonly role: CaseloadRole;

  @ApiProperty({ format: 'date', example: '2026-05-10' })
  readonly fromOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  readonly toOn: string | null;
}
