import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../errors/domain-error';
import { codeOf, isThereAlready } from './failed-query';
import { Replicas } from './replicas';

/** serialization_failure and deadlock_detected: the database asks for the whole transaction again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const MOST_TRIES = 4;
/** The copy understood and refused, as it refuses a write: it is well. */
const ANSWERED = /^(?!08|57|53)[0-9A-Z]{5}$/;

interface Scope {
  readonly manager: EntityManager;
  readonly isTransaction: boolean;
}

/** One business action, one transaction: everything inside `run` is kept, or nothing is. */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Scope>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly replicas: Replicas,
  ) {}

  /** The manager of the running transaction, or the plain one when there is none. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  get isRunning(): boolean {
    return this.current.getStore()?.isTransaction ?? false;
  }

  async run<T>(action: () => Promise<T>): Promise<T> {
    if (this.isRunning) {
      return action();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => this.current.run({ manager, isTransaction: true }, action));
      } catch (error) {
        // Two who write the same at once: tried once more, the second finds it and answers in its own words.
        const isRival = attempt === 1 && isThereAlready(error);
        if (attempt >= MOST_TRIES || !(isRival || TRY_AGAIN.has(codeOf(error)))) {
          throw error;
        }
      }
    }
  }

  /** Reads that may lag by moments: from a copy of the database where there is one, and what it cannot answer from the original. */
  async read<T>(action: () => Promise<T>): Promise<T> {
    const manager = this.current.getStore() ? null : await this.replicas.find();
    if (!manager) {
      return action();
    }
    try {
      return await this.current.run({ manager, isTransaction: false }, action);
    } catch (error) {
      if (error instanceof DomainError) {
        throw error;
      }
      if (!ANSWERED.test(codeOf(error))) {
        this.replicas.leaveOut(manager);
      }
      return action();
    }
  }
}
