import type { FieldProblem } from '@sampan/kernel';

/** Where @nestjs/swagger keeps what `@ApiProperty` says. */
const FIELDS = 'swagger/apiModelPropertiesArray';
const FIELD = 'swagger/apiModelProperties';

type Form = abstract new (...args: never[]) => object;
interface Described {
  readonly nullable?: boolean;
  readonly type?: unknown;
}

/** A class, the function that gives one, or a list with one inside; anything else holds no fields of ours. */
const formOf = (type: unknown): Form | null => {
  const inner: unknown = Array.isArray(type) ? type[0] : type;
  if (typeof inner !== 'function') {
    return null;
  }
  return inner.prototype ? (inner as Form) : formOf((inner as () => unknown)());
};

/**
 * Fields that are null where the contract knows no null. `@IsOptional` lets null pass as if nothing were there, and what
 * stands behind it takes null for a value.
 */
export const nullsOutsideContract = (form: Form, value: unknown, path = ''): FieldProblem[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => nullsOutsideContract(form, item, `${path}${at}.`));
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const names = ((Reflect.getMetadata(FIELDS, form.prototype as object) as string[] | undefined) ?? []).map((name) => name.slice(1));
  return names.flatMap((name) => {
    const described = (Reflect.getMetadata(FIELD, form.prototype as object, name) ?? {}) as Described;
    const given = (value as Record<string, unknown>)[name];
    if (given === null) {
      return described.nullable ? [] : [{ field: `${path}${name}`, code: 'isNotNull', message: `${name} must not be null` }];
    }
    const inner = formOf(described.type);
    return inner ? nullsOutsideContract(inner, given, `${path}${name}.`) : [];
  });
};
