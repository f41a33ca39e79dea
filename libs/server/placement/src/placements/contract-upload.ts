import { StreamableFile } from '@nestjs/common';
import type { ApiBodyOptions } from '@nestjs/swagger';
import { badInput } from '@sampan/kernel';
import { shownFileName, type FileWithContent } from '@sampan/platform';
import type { UploadedContract } from './placement-papers';

/** A scan of twenty pages; more is a mistake. */
const MOST_BYTES = 15 * 1024 * 1024;

export const CONTRACT_LIMITS = { limits: { fileSize: MOST_BYTES, files: 1 } };

export const CONTRACT_BODY: ApiBodyOptions = {
  required: true,
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** What multer keeps in memory for us. */
export class MulterFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

export const contractOf = (file: MulterFile | undefined): UploadedContract => {
  if (!file) {
    throw badInput('FILE_MISSING', 'No file came with the request.');
  }
  return { name: shownFileName(file.originalname), content: file.buffer };
};

/** The name stays out of the header: it may be somebody's name, and a download says so in shared folders. */
export const toStream = ({ content, mediaType }: FileWithContent): StreamableFile =>
  new StreamableFile(content, { type: mediaType, disposition: 'attachment; filename="contract"', length: content.length });
