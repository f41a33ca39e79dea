import { v7 } from 'uuid';

/** Time-ordered, and made anywhere: the server's ids and those of a device without network look the same. */
export const newId = (): string => v7();
