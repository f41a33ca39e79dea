import { applyDecorators } from '@nestjs/common';
import { IsInt, Min } from 'class-validator';

/** The version of a row that a caller has read and now changes. */
export const IsVersion = (): PropertyDecorator => applyDecorators(IsInt(), Min(1));
