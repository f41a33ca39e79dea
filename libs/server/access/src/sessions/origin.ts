import type { Request } from 'express';
import { coarseAddress, deviceOf, type Device } from './device.rules';

/** Where a sign-in comes from, as coarse as it is kept. */
export interface Origin extends Device {
  readonly address: string | null;
}

export const originOf = (request: Request): Origin => ({ ...deviceOf(request.get('user-agent')), address: coarseAddress(request.ip) });
