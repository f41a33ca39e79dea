import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Config, newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { StoredFile } from './stored-file.entity';

export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly personId?: string;
  readonly centreId?: string;
}

export interface FileWithContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Files on disk. Who may see one is for the room that it belongs to: ask that room, then read here. */
@Injectable()
export class Files {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The content is safely on disk before the row exists; a crash in between leaves an orphan, never a gap. */
  async keep(viewer: Viewer, { content, name, mediaType, personId, centreId }: NewFile): Promise<string> {
    const id = newId();
    const path = this.pathOf(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.part`, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
    await this.unitOfWork.manager.insert(StoredFile, {
      id,
      name,
      mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      personId: personId ?? null,
      centreId: centreId ?? null,
      createdBy: viewer.userId,
      createdAt: this.clock.now(),
    });
    return id;
  }

  async read(id: string): Promise<FileWithContent> {
    const file = await this.unitOfWork.manager.findOneBy(StoredFile, { id });
    if (!file) {
      throw notFound('FILE_NOT_FOUND', 'The file');
    }
    return { name: file.name, mediaType: file.mediaType, content: await readFile(this.pathOf(id)) };
  }

  private pathOf(id: string): string {
    return join(this.config.dataDir, 'files', id.slice(-2), id);
  }
}
