import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit, Notifications } from '@sampan/platform';
import { Cipher, Clock, Config, conflict, notFound, ruleBroken, systemViewer, UnitOfWork, type DomainError, type Viewer } from '@sampan/kernel';
import { generateSecret, generateURI } from 'otplib';
import { toString as drawQr } from 'qrcode';
import type { SessionWithUser } from '../sessions/sessions.repository';
import { Sessions } from '../sessions/sessions';
import { PasswordCheck } from '../sign-in/password-check';
import { UserSupport } from '../users/user-support';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { hashOfRecoveryCode, SecondFactorCheck } from './second-factor-check';
import { SecondFactorPolicy } from './second-factor-policy';
import type { PasswordAndCodeDto, RecoveryCodesDto, SecondFactorDto, SecondFactorKeyDto } from './second-factor.dto';
import { SecondFactorRepository } from './second-factor.repository';
import { plainCode, RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeOf } from './second-factor.rules';

const wrongCode = (): DomainError => ruleBroken('SECOND_FACTOR_WRONG', 'This code is not right, or was used already.');

const assertOff = ({ secondFactorSince }: User): void => {
  if (secondFactorSince) {
    throw conflict('SECOND_FACTOR_ON', 'The second step is set up already. Switch it off before you set it up anew.');
  }
};

/** The second step of signing in, as its owner and an administrator handle it. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly users: UsersRepository,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordCheck,
    private readonly codes: SecondFactorCheck,
    private readonly policy: SecondFactorPolicy,
    private readonly support: UserSupport,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async show(viewer: Viewer): Promise<SecondFactorDto> {
    const user = await this.users.get(viewer.userId);
    return {
      since: user.secondFactorSince?.toISOString() ?? null,
      required: this.policy.requires(user.roles),
      recoveryCodesLeft: await this.factors.countUnused(user.id),
    };
  }

  /** A new key, not in force until a code of it is confirmed. @throws PASSWORD_WRONG, SECOND_FACTOR_ON */
  async setUp(viewer: Viewer, password: string): Promise<SecondFactorKeyDto> {
    const user = await this.passwords.again(viewer, password);
    assertOff(user);
    const secret = generateSecret();
    await this.unitOfWork.run(() => this.factors.replace({ userId: user.id, secret: this.cipher.encrypt(secret), lastStep: 0, createdAt: this.clock.now() }));
    const uri = generateURI({ issuer: `Sampan ${new URL(this.config.publicUrl).hostname}`, label: user.email, secret });
    const drawn = await drawQr(uri, { type: 'svg', margin: 2 });
    return { key: secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}` };
  }

  /** In force from now on; other devices are signed out. @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_ON */
  async confirm(viewer: Viewer, session: SessionWithUser, code: string): Promise<RecoveryCodesDto> {
    assertOff(await this.users.get(viewer.userId));
    await this.assertCode(viewer.userId, code);
    return this.unitOfWork.run(async () => {
      await this.users.changeSecondFactor(viewer.userId, this.clock.now());
      await this.sessions.markSecondStep(session.id, 'code');
      await this.sessions.endOthersOf(viewer.userId, session.id);
      await this.audit.record(viewer, { action: 'second-factor.set-up', subjectType: 'user', subjectId: viewer.userId });
      return this.giveCodes(viewer.userId);
    });
  }

  /** The former codes are void. @throws PASSWORD_WRONG, SECOND_FACTOR_WRONG, SECOND_FACTOR_OFF */
  async renewCodes(viewer: Viewer, proof: PasswordAndCodeDto): Promise<RecoveryCodesDto> {
    await this.prove(viewer, proof);
    return this.unitOfWork.run(async () => {
      await this.audit.record(viewer, { action: 'second-factor.codes-renewed', subjectType: 'user', subjectId: viewer.userId });
      return this.giveCodes(viewer.userId);
    });
  }

  /** @throws PASSWORD_WRONG, SECOND_FACTOR_WRONG, SECOND_FACTOR_OFF */
  async switchOff(viewer: Viewer, proof: PasswordAndCodeDto): Promise<void> {
    const user = await this.prove(viewer, proof);
    await this.unitOfWork.run(async () => {
      await this.remove(user);
      await this.audit.record(viewer, { action: 'second-factor.switched-off', subjectType: 'user', subjectId: user.id });
    });
  }

  /** For a colleague who lost telephone and paper. They are signed out everywhere, and told. */
  reset(viewer: Viewer, userId: string): Promise<void> {
    return this.unitOfWork.run(async () => this.resetOf(viewer, await this.support.get(viewer, userId)));
  }

  /** From the command line, for the last administrator. @throws USER_NOT_FOUND */
  resetByOperator(email: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const user = await this.users.findByEmail(email);
      if (!user) {
        throw notFound('USER_NOT_FOUND', 'The account');
      }
      await this.resetOf(systemViewer('command line', []), user);
    });
  }

  private async resetOf(viewer: Viewer, user: User): Promise<void> {
    await this.remove(user);
    await this.sessions.endAllOf(user.id);
    await this.notifications.notify([user.id], { kind: 'account.second-factor-reset', subjectType: 'account', subjectId: user.id });
    await this.audit.record(viewer, { action: 'second-factor.reset', subjectType: 'user', subjectId: user.id });
  }

  private async remove(user: User): Promise<void> {
    await this.factors.remove(user.id);
    await this.users.changeSecondFactor(user.id, null);
  }

  private async prove(viewer: Viewer, { password, code }: PasswordAndCodeDto): Promise<User> {
    const user = await this.passwords.again(viewer, password);
    if (!user.secondFactorSince) {
      throw conflict('SECOND_FACTOR_OFF', 'The second step is not set up.');
    }
    await this.assertCode(user.id, code);
    return user;
  }

  private async assertCode(userId: string, code: string): Promise<void> {
    if (!(await this.codes.take(userId, code))) {
      throw wrongCode();
    }
  }

  private async giveCodes(userId: string): Promise<RecoveryCodesDto> {
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_CODE_BYTES)));
    await this.factors.replaceCodes(userId, recoveryCodes.map((code) => hashOfRecoveryCode(userId, plainCode(code))));
    return { recoveryCodes };
  }
}
