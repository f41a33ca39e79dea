import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file on disk, under its id; the database knows what it is and whose. */
@Entity('stored_file')
@Index(['personId'])
export class StoredFile {
  @PrimaryColumn('uuid')
  id: string;

  /** As the user called it; may be a person's name, so it is shown only with the file itself. */
  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  centreId: string | null;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;
}
