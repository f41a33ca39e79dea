import { QueryFailedError } from 'typeorm';

/** The database's code of a failed statement; empty for anything else. */
export const codeOf = (error: unknown): string => (error instanceof QueryFailedError ? ((error.driverError as { code?: string }).code ?? '') : '');

/** unique_violation: the same is there already, made by somebody else or at this very moment. */
export const isThereAlready = (error: unknown): boolean => codeOf(error) === '23505';
