import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD } from '../users/password.rules';

/** A recovery code with its dashes, and room for a few spaces. */
export const LONGEST_CODE = 30;

export class SecondFactorDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: signing in takes one step.' })
  readonly since: string | null;

  @ApiProperty({ description: 'Whether my role needs it here.' })
  readonly required: boolean;

  @ApiProperty({ example: 10 })
  readonly recoveryCodesLeft: number;
}

/** Shown once, to be read by an authenticator app. */
export class SecondFactorKeyDto {
  @ApiProperty({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', description: 'Base32, for those who type it.' })
  readonly key: string;

  @ApiProperty({ example: 'otpauth://totp/Sampan:registrar@demo.sampan.example?secret=JBSWY3DPEHPK3PXP&issuer=Sampan' })
  readonly uri: string;

  @ApiProperty({ description: 'The same as a QR code: an SVG as a data address.' })
  readonly qr: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], example: ['K7QM-D4XW-2PHC-9BTA'], description: 'Ten codes, each good for one sign-in. Shown once.' })
  readonly recoveryCodes: readonly string[];
}

export class SetUpSecondFactorDto {
  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;
}

export class CodeDto {
  @ApiProperty({ example: '123456', description: 'Of the authenticator app, or a recovery code where one is signing in.' })
  @IsString()
  @MinLength(6)
  @MaxLength(LONGEST_CODE)
  readonly code: string;
}

export class PasswordAndCodeDto {
  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;

  @ApiProperty({ example: '123456', description: 'Of the authenticator app, or a recovery code.' })
  @IsString()
  @MinLength(6)
  @MaxLength(LONGEST_CODE)
  readonly code: string;
}
