import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD } from '../users/password.rules';

export const LOCALES = ['en', 'km', 'th', 'zh', 'id'] as const;
export type Locale = (typeof LOCALES)[number];

export class SignInDto {
  @ApiProperty({ example: 'registrar@demo.sampan.example' })
  @IsEmail()
  @MaxLength(254)
  readonly email: string;

  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;
}

export class UnlockDto {
  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;
}

export class ChangePasswordDto {
  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly currentPassword: string;

  @ApiProperty({ example: 'a better sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly newPassword: string;
}

export class ChangeLocaleDto {
  @ApiProperty({ enum: LOCALES, example: 'km' })
  @IsIn(LOCALES)
  readonly locale: Locale;
}
