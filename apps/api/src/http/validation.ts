import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { badInput, type FieldProblem } from '@sampan/kernel';
import { harmOf } from './harmless-input.rules';
import { nullsOutsideContract } from './nulls';
import { rememberRules } from './validation-rules';

export class ValidationFailed extends Error {
  constructor(readonly fields: readonly FieldProblem[]) {
    super('validation failed');
  }
}

/**
 * Unknown fields are refused, so that nobody sets what the form does not offer; so are null where the contract has none, and
 * what would harm whatever it is for. The refused value is not repeated.
 */
class Validation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'custom') {
      return super.transform(value, metadata);
    }
    const harm = harmOf(value);
    if (harm) {
      throw badInput(harm.code, harm.sentence);
    }
    const nulls = type === 'body' && metatype ? nullsOutsideContract(metatype, value) : [];
    if (nulls.length > 0) {
      throw new ValidationFailed(nulls);
    }
    return super.transform(value, metadata);
  }
}

export const validation = (): ValidationPipe => {
  rememberRules();
  return new Validation({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => flatten(error, ''))),
  });
};

/** Whoever sends a field that does not exist may have written somebody's name where its name belongs. */
const unknownField = (path: string, property: string): FieldProblem => ({ field: `${path}${/^\w{1,40}$/.test(property) ? property : '?'}`, code: 'whitelistValidation', message: 'There is no such field.' });

const flatten = ({ property, constraints = {}, children = [] }: ValidationError, path: string): FieldProblem[] => {
  const field = path ? `${path}.${property}` : property;
  if (constraints['whitelistValidation']) {
    return [unknownField(path ? `${path}.` : '', property)];
  }
  return [
    ...Object.entries(constraints).map(([code, message]) => ({ field, code, message })),
    ...children.flatMap((child) => flatten(child, field)),
  ];
};
