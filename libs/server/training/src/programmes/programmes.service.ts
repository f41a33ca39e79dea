import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, conflict, newId, notFound, ruleBroken, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { MISSED_SESSIONS_UNTIL_LEFT_EARLY } from '../enrolments/left-early.rules';
import type { CreateProgrammeDto, ProgrammeContentDto, ProgrammeDto, ProgrammeVersionDto, UpdateProgrammeVersionDto } from './programme.dto';
import type { Programme } from './programme.entity';
import type { ProgrammeVersion } from './programme-version.entity';
import { mayBeEdited, PROGRAMME_VERSION_TRANSITIONS, type ProgrammeVersionState } from './programme-version.rules';
import { ProgrammesRepository } from './programmes.repository';

@Injectable()
export class ProgrammesService {
  constructor(
    private readonly programmes: ProgrammesRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ProgrammeDto[]> {
    const programmes = await this.programmes.list();
    const versions = await this.programmes.versionsOf(programmes.map(({ id }) => id));
    return programmes.map((programme) => toProgrammeDto(programme, versions));
  }

  async get(id: string): Promise<ProgrammeDto> {
    const programme = await this.programmes.find(id);
    if (!programme) {
      throw notFound('PROGRAMME_NOT_FOUND', 'The programme');
    }
    return toProgrammeDto(programme, await this.programmes.versionsOf([id]));
  }

  create(viewer: Viewer, { id = newId(), code, ...content }: CreateProgrammeDto): Promise<ProgrammeDto> {
    return this.unitOfWork.run(async () => {
      if (await this.programmes.find(id)) {
        return this.get(id);
      }
      await this.programmes.lockCodes();
      if (await this.programmes.isCodeTaken(code)) {
        throw conflict('PROGRAMME_CODE_TAKEN', 'Another programme has this code.');
      }
      await this.programmes.add({ id, code, createdAt: this.clock.now() });
      await this.addDraft(viewer, id, 1, content);
      return this.get(id);
    });
  }

  /** The next version starts as a draft with the given content; the former one stays as it was. */
  addVersion(viewer: Viewer, programmeId: string, content: ProgrammeContentDto): Promise<ProgrammeDto> {
    return this.unitOfWork.run(async () => {
      const [newest] = (await this.get(programmeId)).versions;
      if (newest && mayBeEdited(newest.state)) {
        throw conflict('DRAFT_EXISTS', 'There is already a draft of this programme. Edit that one.');
      }
      await this.addDraft(viewer, programmeId, (newest?.number ?? 0) + 1, content);
      return this.get(programmeId);
    });
  }

  updateVersion(viewer: Viewer, programmeId: string, versionId: string, { version, ...content }: UpdateProgrammeVersionDto): Promise<ProgrammeDto> {
    return this.unitOfWork.run(async () => {
      const row = await this.getVersion(programmeId, versionId);
      if (!mayBeEdited(row.state)) {
        throw ruleBroken('PROGRAMME_VERSION_FIXED', 'Only a draft can be edited. Add a new version instead.');
      }
      assertVersion(row, version, columnsOf(content));
      await this.programmes.changeVersion(versionId, columnsOf(content));
      await this.record(viewer, 'programme-version.updated', versionId);
      return this.get(programmeId);
    });
  }

  moveVersion(viewer: Viewer, programmeId: string, versionId: string, to: ProgrammeVersionState): Promise<ProgrammeDto> {
    return this.unitOfWork.run(async () => {
      const row = await this.getVersion(programmeId, versionId);
      const refusal = whyNotMove(PROGRAMME_VERSION_TRANSITIONS, row.state, to);
      if (refusal) {
        throw refusal;
      }
      await this.programmes.changeVersion(versionId, { state: to, ...(to === 'approved' ? { approvedBy: viewer.userId } : {}) });
      await this.record(viewer, `programme-version.${to}`, versionId);
      return this.get(programmeId);
    });
  }

  private async addDraft(viewer: Viewer, programmeId: string, number: number, content: ProgrammeContentDto): Promise<void> {
    const id = newId();
    await this.programmes.addVersion({
      ...columnsOf(content),
      id,
      programmeId,
      number,
      state: 'draft',
      writtenBy: viewer.userId,
      approvedBy: null,
      createdAt: this.clock.now(),
    });
    await this.record(viewer, 'programme-version.drafted', id);
  }

  private async getVersion(programmeId: string, versionId: string): Promise<ProgrammeVersion> {
    const version = await this.programmes.findVersionToChange(programmeId, versionId);
    if (!version) {
      throw notFound('PROGRAMME_VERSION_NOT_FOUND', 'The version of the programme');
    }
    return version;
  }

  private record(viewer: Viewer, action: string, subjectId: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'programme-version', subjectId });
  }
}

const columnsOf = (content: ProgrammeContentDto) => ({
  names: { ...content.names },
  hours: content.hours,
  iscedField: content.iscedField,
  iscoOccupations: content.iscoOccupations,
  nationalLevel: content.nationalLevel ?? null,
  aqrfLevel: content.aqrfLevel ?? null,
  minimumAttendancePercent: content.minimumAttendancePercent,
  assessmentRequired: content.assessmentRequired,
  missedSessionsUntilLeftEarly: content.missedSessionsUntilLeftEarly ?? MISSED_SESSIONS_UNTIL_LEFT_EARLY,
  certificateValidMonths: content.certificateValidMonths ?? null,
});

const toProgrammeDto = ({ id, code }: Programme, versions: readonly ProgrammeVersion[]): ProgrammeDto => ({
  id,
  code,
  versions: versions.filter(({ programmeId }) => programmeId === id).map(toVersionDto),
});

const toVersionDto = (version: ProgrammeVersion): ProgrammeVersionDto => ({
  ...columnsOf(version),
  id: version.id,
  number: version.number,
  state: version.state,
  version: version.version,
});
