import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD } from '../users/password.rules';

/** Shown once, to be handed over by the administrator. */
export class OneTimeLinkDto {
  @ApiProperty({ example: 'https://sampan.example/choose-password#Zk9vX2J1dF9ub3RfYV9yZWFsX29uZV9vZl9jb3Vyc2U' })
  readonly url: string;

  @ApiProperty({ format: 'date-time' })
  readonly endsAt: string;
}

const TOKEN = /^[\w-]{20,200}$/;

export class LookAtLinkDto {
  @ApiProperty({ example: 'Zk9vX2J1dF9ub3RfYV9yZWFsX29uZV9vZl9jb3Vyc2U', description: 'What stands after the # of the link.' })
  @IsString()
  @MaxLength(200)
  @Matches(TOKEN)
  readonly token: string;
}

export class ChoosePasswordDto extends LookAtLinkDto {
  @ApiProperty({ example: 'a sentence that only I know' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  readonly password: string;
}
