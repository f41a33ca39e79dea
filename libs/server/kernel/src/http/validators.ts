import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isDay } from '../time/day';

/** A calendar day that exists, as `YYYY-MM-DD`. */
export const IsDay = (options: ValidationOptions = {}): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isDay',
    target: target.constructor,
    propertyName: property as string,
    options: { message: '$property must be a day that exists, written YYYY-MM-DD', ...options },
    validator: { validate: (value) => typeof value === 'string' && isDay(value) },
  });
