import { badInput } from '@sampan/kernel';

export const MOST_BYTES = 5 * 1024 * 1024;

/** What multer hands over, as far as it is of use here. */
export interface UploadedTable {
  readonly buffer: Buffer;
}

export const contentOf = (file: UploadedTable | undefined): Buffer => {
  if (!file) {
    throw badInput('FILE_MISSING', 'Send the file in the field "file".');
  }
  return file.buffer;
};
