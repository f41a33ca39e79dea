import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { In, type DeepPartial } from 'typeorm';
import { SavedView } from './saved-view.entity';
import type { ListKey } from './saved-view.rules';

const MOST = 100;

@Injectable()
export class SavedViewsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The viewer's own and those shared with the viewer's centres, by name. */
  list(viewer: Viewer, list: ListKey): Promise<SavedView[]> {
    return this.unitOfWork.manager.find(SavedView, {
      where: [{ list, ownerId: viewer.userId }, { list, centreId: In([...viewer.centreIds]) }],
      order: { name: 'ASC', id: 'ASC' },
      take: MOST,
    });
  }

  /** Only what is the viewer's own can be changed, so only that is found. */
  findOwn(viewer: Viewer, id: string): Promise<SavedView | null> {
    return this.unitOfWork.manager.findOneBy(SavedView, { id, ownerId: viewer.userId });
  }

  async add(view: Omit<SavedView, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(SavedView, view as DeepPartial<SavedView> as SavedView);
  }

  async change(view: SavedView, change: Partial<Pick<SavedView, 'name' | 'centreId'>>): Promise<void> {
    await this.unitOfWork.manager.update(SavedView, { id: view.id, version: view.version }, change);
  }

  async remove(id: string): Promise<void> {
    await this.unitOfWork.manager.delete(SavedView, { id });
  }
}
