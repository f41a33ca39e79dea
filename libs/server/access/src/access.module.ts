import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { ApiToken } from './api-tokens/api-token.entity';
import { ApiTokens } from './api-tokens/api-tokens';
import { ApiTokensController } from './api-tokens/api-tokens.controller';
import { ApiTokensRepository } from './api-tokens/api-tokens.repository';
import { TokenViewers } from './api-tokens/token-viewers';
import { AuditController } from './audit-search/audit.controller';
import { AuditSearch } from './audit-search/audit-search';
import { OneTimeLink } from './one-time-links/one-time-link.entity';
import { OneTimeLinks } from './one-time-links/one-time-links';
import { OneTimeLinksController } from './one-time-links/one-time-links.controller';
import { OneTimeLinksRepository } from './one-time-links/one-time-links.repository';
import { ProviderClient } from './provider/provider-client';
import { ProviderController } from './provider/provider.controller';
import { ProviderIdentitiesRepository } from './provider/provider-identities.repository';
import { ProviderSignIn } from './provider/provider-sign-in';
import { ProviderIdentity } from './provider/provider-identity.entity';
import { SavedView } from './saved-views/saved-view.entity';
import { SavedViews } from './saved-views/saved-views';
import { SavedViewsController } from './saved-views/saved-views.controller';
import { SavedViewsRepository } from './saved-views/saved-views.repository';
import { RecoveryCode } from './second-factor/recovery-code.entity';
import { SecondFactor } from './second-factor/second-factor.entity';
import { SecondFactorCheck } from './second-factor/second-factor-check';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactorPolicy } from './second-factor/second-factor-policy';
import { SecondFactorRepository } from './second-factor/second-factor.repository';
import { SecondFactors } from './second-factor/second-factors';
import { Devices } from './sessions/devices';
import { DevicesController } from './sessions/devices.controller';
import { Session } from './sessions/session.entity';
import { Sessions } from './sessions/sessions';
import { SessionsRepository } from './sessions/sessions.repository';
import { AuthController } from './sign-in/auth.controller';
import { Entrance } from './sign-in/entrance';
import { ForgetFailures } from './sign-in/forget-failures.job';
import { Me } from './sign-in/me';
import { PasswordCheck } from './sign-in/password-check';
import { PendingSignIn } from './sign-in/pending-sign-in.entity';
import { PendingSignIns } from './sign-in/pending-sign-ins';
import { SignInAnswer } from './sign-in/sign-in-answer';
import { SignInAttempt } from './sign-in/sign-in-attempt.entity';
import { SignInAttemptsRepository } from './sign-in/sign-in-attempts.repository';
import { SignIn } from './sign-in/sign-in.service';
import { ReachException } from './reach-exceptions/reach-exception.entity';
import { ReachExceptions } from './reach-exceptions/reach-exceptions';
import { RolesController } from './roles/roles.controller';
import { Accounts } from './users/accounts';
import { AccountsController } from './users/accounts.controller';
import { AccountsRepository } from './users/accounts.repository';
import { Administration } from './users/administration';
import { Passwords } from './users/passwords';
import { User } from './users/user.entity';
import { UserSupport } from './users/user-support';
import { Users } from './users/users';
import { UsersController } from './users/users.controller';
import { UsersRepository } from './users/users.repository';
import { Viewers } from './users/viewers';

@Module({
  imports: [OrganisationsModule],
  controllers: [AuthController, DevicesController, SecondFactorController, OneTimeLinksController, ApiTokensController, ProviderController, UsersController, AccountsController, RolesController, AuditController, SavedViewsController],
  providers: [
    Users, UsersRepository, Accounts, AccountsRepository, Viewers, Passwords, Administration, Sessions, SessionsRepository, SignIn, SignInAttemptsRepository, ForgetFailures, SavedViews, SavedViewsRepository,
    Entrance, Me, PasswordCheck, PendingSignIns, SignInAnswer, SecondFactors, SecondFactorCheck, SecondFactorPolicy, SecondFactorRepository,
    Devices, UserSupport, OneTimeLinks, OneTimeLinksRepository, ApiTokens, ApiTokensRepository, TokenViewers,
    ProviderClient, ProviderIdentitiesRepository, ProviderSignIn, ReachExceptions, AuditSearch,
  ],
  exports: [Users, ReachExceptions, Accounts, Viewers, Sessions, Administration, SecondFactors, SecondFactorPolicy, TokenViewers],
})
export class AccessModule {
  static readonly entities: readonly EntityClass[] = [User, Session, SignInAttempt, PendingSignIn, SecondFactor, RecoveryCode, OneTimeLink, ApiToken, ProviderIdentity, SavedView, ReachException];
}
