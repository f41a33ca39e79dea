import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
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

export const pathOfFile = (dataDir: string, id: string): string => join(dataDir, 'files', id.slice(-2), id);

/** Files on disk. Who may see one is for the room that it belongs to: ask that room, then read here. */
@Injectable()
export class Files {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The content is safely on disk before the row exists; a crash in between leaves an orphan, never a gap. */
  keep(viewer: Viewer, { content, ...file }: NewFile): Promise<string> {
    return this.keepPieces(viewer, file, [content]);
  }

  /** The same for content that is made piece by piece and would not fit into memory. */
  async keepPieces(viewer: Viewer, { name, mediaType, personId, centreId }: Omit<NewFile, 'content'>, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
    const id = newId();
    const path = this.pathOf(id);
    const digest = createHash('sha256');
    let bytes = 0;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.part`, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        await handle.appendFile(piece);
        digest.update(piece);
        bytes += piece.length;
      }
      await handle.sync();
    } catch (error) {
      // A full disk must not stay full of halves.
      await rm(`${path}.part`, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
    await this.unitOfWork.manager.insert(StoredFile, {
      id,
      name,
      mediaType,
      bytes,
      sha256: digest.digest('hex'),
      personId: personId ?? null,
      centreId: centreId ?? null,
      createdBy: viewer.userId,
      createdAt: this.clock.now(),
    });
    return id;
  }

  /** For a file that may be large: its content as it is sent. */
  async stream(id: string): Promise<Omit<FileWithContent, 'content'> & { readonly bytes: number; readonly content: Readable }> {
    const file = await this.unitOfWork.manager.findOneBy(StoredFile, { id });
    if (!file) {
      throw notFound('FILE_NOT_FOUND', 'The file');
    }
    return { name: file.name, mediaType: file.mediaType, bytes: file.bytes, content: createReadStream(this.pathOf(id)) };
  }

  async read(id: string): Promise<FileWithContent> {
    const file = await this.unitOfWork.manager.findOneBy(StoredFile, { id });
    if (!file) {
      throw notFound('FILE_NOT_FOUND', 'The file');
    }
    return { name: file.name, mediaType: file.mediaType, content: await readFile(this.pathOf(id)) };
  }

  private pathOf(id: string): string {
    return pathOfFile(this.config.dataDir, id);
  }
}
