import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notFound, todayIn, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { toEmployerDto, toEmployerFileDto, type EmployerDto, type EmployerFileDto, type EmployersQuery } from './employer.dto';
import type { Employer } from './employer.entity';
import { EmployersRepository } from './employers.repository';
import { NO_PROPOSAL } from './no-proposal';
import type { ChangeEmployerDto, NewEmployerDto } from './write-employer.dto';

/** What a clearance was given for; when one of these changes, the clearance no longer says anything. */
const IDENTITY = ['name', 'kind', 'country', 'registrationNumber', 'licenceNumber'] as const;

/** Lists of several centres share one "today"; the difference of zones is hours, a clearance ends by the day. */
const LIST_ZONE = 'Asia/Bangkok';

@Injectable()
export class EmployersService {
  constructor(
    private readonly employers: EmployersRepository,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: EmployersQuery): Promise<Page<EmployerDto>> {
    const today = todayIn(this.clock, LIST_ZONE);
    return this.employers.list(viewer, query, today, (employer) => toEmployerDto(employer, today));
  }

  async file(viewer: Viewer, id: string): Promise<EmployerFileDto> {
    const employer = await this.get(viewer, id);
    const today = await this.centres.todayAt(employer.centreId);
    const [checks, decisions] = [await this.employers.checksOf(id), await this.employers.decisionsOf(id)];
    return toEmployerFileDto(employer, checks, decisions, { today, viewerId: viewer.userId });
  }

  add(viewer: Viewer, { id = newId(), centreId, ...fields }: NewEmployerDto): Promise<EmployerFileDto> {
    return this.unitOfWork.run(async () => {
      if (await this.employers.find(viewer, id)) {
        return this.file(viewer, id);
      }
      await this.centres.get(viewer, centreId);
      await this.employers.add({
        ...UNVETTED,
        id,
        centreId,
        name: fields.name.trim(),
        kind: fields.kind,
        country: fields.country,
        place: fields.place ?? null,
        registrationNumber: fields.registrationNumber ?? null,
        licenceNumber: fields.licenceNumber ?? null,
        contactName: fields.contactName ?? null,
        contactPhone: fields.contactPhone ?? null,
        createdBy: viewer.userId,
        createdAt: this.clock.now(),
      });
      await this.audit.record(viewer, { action: 'employer.added', subjectType: 'employer', subjectId: id, centreId });
      return this.file(viewer, id);
    });
  }

  change(viewer: Viewer, id: string, { version, ...change }: ChangeEmployerDto): Promise<EmployerFileDto> {
    return this.unitOfWork.run(async () => {
      const employer = await this.employers.findForChange(viewer, id);
      if (!employer) {
        throw notFound('EMPLOYER_NOT_FOUND', 'The employer');
      }
      assertVersion(employer, version, change);
      const isAnother = IDENTITY.some((field) => change[field] !== undefined && change[field] !== employer[field]);
      await this.employers.change(id, { ...change, ...(isAnother ? withoutClearance(employer) : {}) });
      await this.audit.record(viewer, { action: 'employer.changed', subjectType: 'employer', subjectId: id, centreId: employer.centreId, details: { fields: Object.keys(change) } });
      return this.file(viewer, id);
    });
  }

  private async get(viewer: Viewer, id: string): Promise<Employer> {
    const employer = await this.employers.find(viewer, id);
    if (!employer) {
      throw notFound('EMPLOYER_NOT_FOUND', 'The employer');
    }
    return employer;
  }
}

const UNVETTED = { vettingState: 'unvetted', validUntil: null, conditions: null, blockedReason: null, ...NO_PROPOSAL, version: 1 } as const;

/** A blocked employer stays blocked under any name. */
const withoutClearance = ({ vettingState }: Employer): Partial<Employer> => ({
  ...NO_PROPOSAL,
  ...(vettingState === 'cleared' || vettingState === 'conditional' || vettingState === 'expired' ? { vettingState: 'in-review', validUntil: null, conditions: null } : {}),
});
