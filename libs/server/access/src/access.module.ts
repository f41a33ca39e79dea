import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { Session } from './sessions/session.entity';
import { Sessions } from './sessions/sessions';
import { SessionsRepository } from './sessions/sessions.repository';
import { AuthController } from './sign-in/auth.controller';
import { SignInAttempt } from './sign-in/sign-in-attempt.entity';
import { SignInAttemptsRepository } from './sign-in/sign-in-attempts.repository';
import { SignIn } from './sign-in/sign-in.service';
import { Administration } from './users/administration';
import { Passwords } from './users/passwords';
import { User } from './users/user.entity';
import { Users } from './users/users';
import { UsersController } from './users/users.controller';
import { UsersRepository } from './users/users.repository';
import { Viewers } from './users/viewers';

@Module({
  imports: [OrganisationsModule],
  controllers: [AuthController, UsersController],
  providers: [Users, UsersRepository, Viewers, Passwords, Administration, Sessions, SessionsRepository, SignIn, SignInAttemptsRepository],
  exports: [Users, Viewers, Sessions, Administration],
})
export class AccessModule {
  static readonly entities: readonly EntityClass[] = [User, Session, SignInAttempt];
}
