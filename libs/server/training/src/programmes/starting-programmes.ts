import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { educationFieldNames, occupationNames } from '@sampan/organisations';
import { ProgrammesRepository } from './programmes.repository';
import { ProgrammesService } from './programmes.service';
import { STARTING_PROGRAMMES, USUAL_CONDITIONS, type StartingProgramme } from './starting-programmes.data';
import type { SampleDto } from './starting-programme.dto';

/** Programmes to begin with: drafts, which an operator adapts and has approved. */
@Injectable()
export class StartingProgrammes {
  constructor(
    private readonly programmes: ProgrammesService,
    private readonly repository: ProgrammesRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async offered(): Promise<SampleDto[]> {
    const taken = new Set((await this.repository.list()).map(({ code }) => code));
    return STARTING_PROGRAMMES.map((programme) => toSampleDto(programme, taken.has(programme.code)));
  }

  /** Codes that are not offered, and programmes that are there already, are passed over: asked twice, it has one effect. */
  begin(viewer: Viewer, codes: readonly string[]): Promise<SampleDto[]> {
    return this.unitOfWork.run(async () => {
      await this.repository.lockCodes();
      for (const { aqrfLevel, names, ...programme } of STARTING_PROGRAMMES.filter(({ code }) => codes.includes(code))) {
        if (!(await this.repository.isCodeTaken(programme.code))) {
          await this.programmes.create(viewer, { ...programme, ...USUAL_CONDITIONS, iscoOccupations: [...programme.iscoOccupations], aqrfLevel, names: { ...names } });
        }
      }
      return this.offered();
    });
  }
}

const toSampleDto = ({ code, names, hours, aqrfLevel, iscedField, iscoOccupations }: StartingProgramme, taken: boolean): SampleDto => ({
  code, names, hours, aqrfLevel, taken,
  field: { code: iscedField, names: educationFieldNames(iscedField) },
  occupations: iscoOccupations.map((occupation) => ({ code: occupation, names: occupationNames(occupation) })),
});
