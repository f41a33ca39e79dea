import { Injectable } from '@nestjs/common';
import { assertVersion, badInput, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Audit, Files, type FileWithContent } from '@sampan/platform';
import type { PlacementDetailDto } from './placement.dto';
import type { Placement } from './placement.entity';
import { PlacementsRepository } from './placements.repository';
import { PlacementsService } from './placements.service';
import type { PlacementPapersDto } from './write-placement.dto';

/** What a browser sends as a contract: a scan or a photograph. Told by the content, not by the name. */
const CONTRACT_TYPES: readonly { readonly mediaType: string; readonly starts: readonly number[] }[] = [
  { mediaType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
];

export interface UploadedContract {
  readonly name: string;
  readonly content: Buffer;
}

/** The paper of a placement: contract, passport, costs. */
@Injectable()
export class PlacementPapers {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly reading: PlacementsService,
    private readonly files: Files,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  change(viewer: Viewer, id: string, { version, ...papers }: PlacementPapersDto): Promise<PlacementDetailDto> {
    return this.unitOfWork.run(async () => {
      const placement = await this.getForChange(viewer, id);
      assertVersion(placement, version, papers);
      await this.placements.change(id, { ...papers, ...uncheck(placement) });
      await this.record(viewer, placement, 'placement.papers-changed', { fields: Object.keys(papers) });
      return this.reading.detail(viewer, id);
    });
  }

  keepContract(viewer: Viewer, id: string, { name, content }: UploadedContract): Promise<PlacementDetailDto> {
    return this.unitOfWork.run(async () => {
      const placement = await this.getForChange(viewer, id);
      const known = CONTRACT_TYPES.find(({ starts }) => starts.every((byte, at) => content[at] === byte));
      if (!known) {
        throw badInput('CONTRACT_TYPE_UNKNOWN', 'A contract is a PDF, a JPEG or a PNG.');
      }
      const contractFileId = await this.files.keep(viewer, { name, mediaType: known.mediaType, content, personId: placement.personId, centreId: placement.centreId });
      await this.placements.change(id, { contractFileId, hasWrittenContract: true, ...uncheck(placement) });
      await this.record(viewer, placement, 'placement.contract-kept', { bytes: content.length });
      return this.reading.detail(viewer, id);
    });
  }

  async readContract(viewer: Viewer, id: string): Promise<FileWithContent> {
    const placement = await this.reading.get(viewer, id);
    if (!placement.contractFileId) {
      throw ruleBroken('CONTRACT_MISSING', 'No contract is on file.');
    }
    await this.record(viewer, placement, 'placement.contract-opened', {});
    return this.files.read(placement.contractFileId);
  }

  private async getForChange(viewer: Viewer, id: string): Promise<Placement> {
    const placement = await this.placements.findForChange(viewer, id);
    if (!placement) {
      throw notFound('PLACEMENT_NOT_FOUND', 'The placement');
    }
    if (placement.state === 'ended' || placement.state === 'never-started') {
      throw ruleBroken('PLACEMENT_OVER', 'The papers of a placement that is over are not changed any more.');
    }
    return placement;
  }

  private record(viewer: Viewer, { id, personId, centreId }: Placement, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'placement', subjectId: id, personId, centreId, details });
  }
}

/** Papers that change after the check are checked again. */
const uncheck = ({ state }: Placement): Partial<Placement> => (state === 'contract-checked' ? { state: 'offered' } : {});
