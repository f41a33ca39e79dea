import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageOf, PageQuery } from '@sampan/kernel';
import { TraineeDto } from '../enrolments/enrolment.dto';
import { NamesDto } from '../programmes/programme.dto';
import { PROGRAMME_LANGUAGES, type ProgrammeLanguage } from '../programmes/programme-version.rules';
import { CERTIFICATE_STATES, type CertificateState } from './certificate.rules';

export class CertificateQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly cohortId?: string;
}

export class IssueCertificateDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client, so that a repeated request has one effect.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a04', description: 'An enrolment that was completed.' })
  @IsUUID()
  readonly enrolmentId: string;
}

export class ChangeCertificateDto {
  @ApiProperty({ example: 'Issued to the wrong person.' })
  @IsString()
  @MinLength(3)
  @MaxLength(300)
  readonly reason: string;

  @ApiProperty({ example: 1 })
  @IsInt()
  readonly version: number;
}

export class CertificatePaperQuery {
  @ApiPropertyOptional({ enum: PROGRAMME_LANGUAGES, description: 'The first language of the centre when it is left out.' })
  @IsOptional()
  @IsIn(PROGRAMME_LANGUAGES)
  readonly language?: ProgrammeLanguage;
}

export class CertificateDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly enrolmentId: string;

  @ApiProperty({ type: TraineeDto })
  readonly trainee: TraineeDto;

  @ApiProperty({ type: NamesDto })
  readonly programmeNames: NamesDto;

  @ApiProperty({ example: 'KH-2026-00042' })
  readonly serial: string;

  @ApiProperty({ example: '7K3M-0Q4T-19ZX-B5CD', description: 'For typing on the public page.' })
  readonly codeToType: string;

  @ApiProperty({ enum: CERTIFICATE_STATES })
  readonly state: CertificateState;

  @ApiProperty({ example: '2026-08-28' })
  readonly issuedOn: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly validUntil: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was suspended or revoked; for staff only.' })
  readonly stateReason: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export class CertificatePageDto extends PageOf(CertificateDto) {}

/** Everything that the public page tells, and nothing else: no name, no number, no person. */
export class VerifiedCertificateDto {
  @ApiProperty({ type: NamesDto })
  readonly programmeNames: NamesDto;

  @ApiProperty({ example: '2026-08-28' })
  readonly issuedOn: string;

  @ApiProperty({ enum: CERTIFICATE_STATES })
  readonly status: CertificateState;

  @ApiProperty({ example: 'Demo Centre Aranyaprathet' })
  readonly issuer: string;

  @ApiProperty({ example: 'S. D.' })
  readonly initials: string;
}
