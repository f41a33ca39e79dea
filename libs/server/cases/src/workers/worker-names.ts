import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';

/** The names of colleagues for a page of lines; the product itself, acting on news, has none. */
@Injectable()
export class WorkerNames {
  constructor(private readonly users: Users) {}

  async of(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const id of new Set(ids)) {
      const name = id ? await this.users.nameOf(id) : null;
      if (id && name) {
        names.set(id, name);
      }
    }
    return names;
  }
}
