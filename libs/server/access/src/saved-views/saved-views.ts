import { Injectable } from '@nestjs/common';
import { assertVersion, can, Clock, newId, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { toSavedViewDto, type ChangeSavedViewDto, type NewSavedViewDto, type SavedViewDto } from './saved-view.dto';
import type { SavedView } from './saved-view.entity';
import { LIST_RULES, whyNotKeep, type ListKey } from './saved-view.rules';
import { SavedViewsRepository } from './saved-views.repository';

/** Named states of a list's filters: one's own, or shared with a centre. What they show depends on who looks. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly views: SavedViewsRepository,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, list: ListKey): Promise<SavedViewDto[]> {
    if (!can(viewer, LIST_RULES[list].permission)) {
      return [];
    }
    return (await this.views.list(viewer, list)).map((view) => toSavedViewDto(view, viewer.userId));
  }

  add(viewer: Viewer, { id = newId(), list, name, state, centreId = null }: NewSavedViewDto): Promise<SavedViewDto> {
    return this.unitOfWork.run(async () => {
      const known = await this.views.findOwn(viewer, id);
      if (known) {
        return toSavedViewDto(known, viewer.userId);
      }
      if (!can(viewer, LIST_RULES[list].permission)) {
        throw ruleBroken('LIST_NOT_YOURS', 'This list is not part of your work.');
      }
      const reason = whyNotKeep(list, state);
      if (reason) {
        throw reason;
      }
      await this.mayShareWith(viewer, centreId);
      await this.views.add({ id, ownerId: viewer.userId, list, name, state, centreId, createdAt: this.clock.now() });
      await this.audit.record(viewer, { action: 'saved-view.added', subjectType: 'saved-view', subjectId: id, centreId, details: { list } });
      return toSavedViewDto(await this.get(viewer, id), viewer.userId);
    });
  }

  change(viewer: Viewer, id: string, { version, ...change }: ChangeSavedViewDto): Promise<SavedViewDto> {
    return this.unitOfWork.run(async () => {
      const view = await this.get(viewer, id);
      assertVersion(view, version, change);
      await this.mayShareWith(viewer, change.centreId ?? null);
      await this.views.change(view, change);
      await this.audit.record(viewer, { action: 'saved-view.changed', subjectType: 'saved-view', subjectId: id, centreId: view.centreId, details: { fields: Object.keys(change) } });
      return toSavedViewDto(await this.get(viewer, id), viewer.userId);
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { centreId } = await this.get(viewer, id);
      await this.views.remove(id);
      await this.audit.record(viewer, { action: 'saved-view.removed', subjectType: 'saved-view', subjectId: id, centreId });
    });
  }

  private async mayShareWith(viewer: Viewer, centreId: string | null): Promise<void> {
    if (centreId !== null) {
      await this.centres.get(viewer, centreId);
    }
  }

  private async get(viewer: Viewer, id: string): Promise<SavedView> {
    const view = await this.views.findOwn(viewer, id);
    if (!view) {
      throw notFound('SAVED_VIEW_NOT_FOUND', 'The saved view');
    }
    return view;
  }
}
