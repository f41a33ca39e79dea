import { Injectable } from '@nestjs/common';
import type { Viewer } from '@sampan/kernel';
import { ProgrammesService } from './programmes.service';
import { STARTING_PROGRAMMES } from './starting-programmes.data';

/** Programmes to begin with on a new node: drafts, which an operator adapts and has approved. */
@Injectable()
export class StartingProgrammes {
  constructor(private readonly programmes: ProgrammesService) {}

  get offered(): readonly { readonly code: string; readonly names: Readonly<Record<string, string>> }[] {
    return STARTING_PROGRAMMES.map(({ code, names }) => ({ code, names: { ...names } }));
  }

  /** Codes that are not offered are passed over. */
  async begin(viewer: Viewer, codes: readonly string[]): Promise<void> {
    for (const programme of STARTING_PROGRAMMES.filter(({ code }) => codes.includes(code))) {
      await this.programmes.create(viewer, programme);
    }
  }
}
