import { Injectable } from '@nestjs/common';
import { Config, DomainError } from '@sampan/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { EVERYTHING_ELSE, LIMIT_GROUPS, type Allowance, type LimitGroup } from './limits.data';

type Whom = 'account' | 'address';

interface Counters {
  readonly account: RateLimiterMemory | null;
  readonly address: RateLimiterMemory | null;
}

const tooMany = (milliseconds: number): DomainError =>
  new DomainError('too-many', 'TOO_MANY_REQUESTS', 'Too many requests. Wait a little and try again.', { seconds: Math.max(1, Math.ceil(milliseconds / 1000)) });

/**
 * Counts in this process' memory: it costs a request nothing. Several `api` behind one balancer count each for itself, so that
 * a caller has at most as many times the allowance as there are processes.
 */
@Injectable()
export class Limits {
  private readonly counters = new Map<LimitGroup, Counters>();
  private readonly groupOfRoute = new Map<string, LimitGroup>();
  private readonly on: boolean;

  constructor(config: Config) {
    this.on = config.rateLimits;
    for (const group of [...LIMIT_GROUPS, EVERYTHING_ELSE]) {
      this.counters.set(group, { account: counterOf(group.account), address: counterOf(group.address) });
      group.routes.forEach((route) => this.groupOfRoute.set(route, group));
    }
  }

  /** @throws TOO_MANY_REQUESTS */
  async count(route: string, whom: Whom, key: string): Promise<void> {
    const counter = this.on ? this.counters.get(this.groupOf(route))?.[whom] : null;
    try {
      await counter?.consume(key);
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : refusal;
    }
  }

  private groupOf(route: string): LimitGroup {
    return this.groupOfRoute.get(route) ?? EVERYTHING_ELSE;
  }
}

const counterOf = (allowance: Allowance | null): RateLimiterMemory | null => (allowance ? new RateLimiterMemory({ points: allowance.requests, duration: allowance.seconds }) : null);
