import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { Observation } from './observation.entity';

/** Reached through a placement or a check that the viewer may see; it has no list of its own. */
@Injectable()
export class ObservationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  exists(id: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Observation, { id });
  }

  ofPlacement(placementId: string): Promise<Observation[]> {
    return this.unitOfWork.manager.find(Observation, { where: { placementId }, order: { observedOn: 'DESC', id: 'DESC' } });
  }

  ofFollowUp(followUpId: string): Promise<Observation[]> {
    return this.unitOfWork.manager.find(Observation, { where: { followUpId }, order: { observedOn: 'DESC', id: 'DESC' } });
  }

  async add(observation: Observation): Promise<void> {
    await this.unitOfWork.manager.insert(Observation, observation);
  }
}
