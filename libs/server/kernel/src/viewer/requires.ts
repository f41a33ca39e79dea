import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions';
import type { Viewer } from './viewer';

export const REQUIRED_PERMISSION = 'sampan:permission';
export const OPEN_TO_ALL = 'sampan:open';

/** What only people do, in a session: no API token reaches it. */
const IN_SESSION_ONLY: readonly Permission[] = ['account.use', 'api-token.make', 'user.secure', 'user.write', 'notification.read', 'person.break-glass', 'audit.export'];

/** Answers that carry secrets, and refusals that count failed tries: neither may be kept, or undone, for the sake of a repeated request. */
const IN_CONFIDENCE: readonly Permission[] = ['account.use', 'api-token.make', 'user.secure', 'person.break-glass'];

export const isInConfidence = (permission: Permission | undefined): boolean => permission !== undefined && IN_CONFIDENCE.includes(permission);

/** The permissions that an API token may be given. */
export const byToken = (permission: Permission): boolean => !IN_SESSION_ONLY.includes(permission);

/** The permission an endpoint needs. The guard in `access` reads it; the contract shows it; the matrix test walks it. */
export const Requires = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(REQUIRED_PERMISSION, permission), ApiExtension('x-permission', permission), ApiCookieAuth(), ...(byToken(permission) ? [ApiBearerAuth()] : []));

export const ONLY_READS = 'sampan:only-reads';

/**
 * A POST that changes nothing: what is asked for must not stand in an address. It is answered anew however often it is
 * repeated, so that it is noted each time, and only for as long as the viewer may see it.
 */
export const OnlyReads = (): MethodDecorator => SetMetadata(ONLY_READS, true);

/** An endpoint for people who are not signed in, and why that is right. */
export const Open = (why: string): MethodDecorator =>
  applyDecorators(SetMetadata(OPEN_TO_ALL, why), ApiExtension('x-open', why));

export interface RequestWithViewer {
  viewer?: Viewer;
}

export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<RequestWithViewer>();
  if (!viewer) {
    throw new Error('The guard did not run: no viewer on the request.');
  }
  return viewer;
});
