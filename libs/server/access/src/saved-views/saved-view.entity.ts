import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ListKey, ViewState } from './saved-view.rules';

/** A named state of a list's filters: somebody's own, or shared with a centre. */
@Entity('saved_view')
@Index(['ownerId', 'list'])
@Index(['centreId', 'list'])
export class SavedView {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  list: ListKey;

  @Column('text')
  name: string;

  @Column('jsonb')
  state: ViewState;

  /** The centre that it is shared with; null while it is only its owner's. */
  @Column('uuid', { nullable: true })
  centreId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;
}
