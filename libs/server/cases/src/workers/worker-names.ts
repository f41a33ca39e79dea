import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';

/** The names of colleagues for a page of lines; the product itself, acting on news, has none. */
@Injectable()
export class WorkerNames {
  constructor(private readonly users: Users) {}

  of(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    return this.users.namesOf([...new Set(ids)].flatMap((id) => id ?? []));
  }
}
