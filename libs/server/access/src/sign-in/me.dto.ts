import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, REACHES, type Permission, type Reach } from '@sampan/kernel';

export class UserOfMeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Sokha Registrar' })
  readonly displayName: string;

  @ApiProperty({ example: 'registrar@demo.sampan.example' })
  readonly email: string;
}

export class CentreOfMeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Demo Centre Aranyaprathet' })
  readonly name: string;

  @ApiProperty({ example: 'TH' })
  readonly country: string;

  @ApiProperty({ example: 'Asia/Bangkok' })
  readonly timeZone: string;

  @ApiProperty({ description: 'Nothing new begins there; what has begun is finished.' })
  readonly closed: boolean;
}

/** Who is signed in, and what the web may offer. The server decides again on every request. */
export class MeDto {
  @ApiProperty({ type: UserOfMeDto })
  readonly user: UserOfMeDto;

  @ApiProperty({ type: [String], example: ['registrar'] })
  readonly roles: readonly string[];

  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  readonly permissions: readonly Permission[];

  @ApiProperty({ enum: REACHES })
  readonly reach: Reach;

  @ApiProperty({ type: [CentreOfMeDto] })
  readonly centres: readonly CentreOfMeDto[];

  @ApiProperty({ example: 'km' })
  readonly locale: string;

  @ApiProperty({ description: 'Whether this node shows invented people.' })
  readonly demo: boolean;

  @ApiProperty({ description: 'My role takes a second step when signing in, and I have to set it up before anything else.' })
  readonly owesSecondFactor: boolean;
}

/** The password was right; the second step is owed. */
export class PendingSignInDto {
  @ApiProperty({ example: 300 })
  readonly endsInSeconds: number;
}
