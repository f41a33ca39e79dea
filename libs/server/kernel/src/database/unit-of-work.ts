import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';

/** serialization_failure and deadlock_detected: the database asks for the whole transaction again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const MOST_TRIES = 4;

/** One business action, one transaction: everything inside `run` is kept, or nothing is. */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the running transaction, or the plain one when there is none. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }

  get isRunning(): boolean {
    return this.current.getStore() !== undefined;
  }

  async run<T>(action: () => Promise<T>): Promise<T> {
    if (this.isRunning) {
      return action();
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => this.current.run(manager, action));
      } catch (error) {
        if (attempt >= MOST_TRIES || !asksForAnotherTry(error)) {
          throw error;
        }
      }
    }
  }
}

const asksForAnotherTry = (error: unknown): boolean =>
  error instanceof QueryFailedError && TRY_AGAIN.has((error.driverError as { code?: string }).code ?? '');
