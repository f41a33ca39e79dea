import { Column, type ColumnOptions } from 'typeorm';

/** A calendar day, read and written as `YYYY-MM-DD`. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('date', options);

/** A moment, to the microsecond, in UTC. */
export const MomentColumn = (options: ColumnOptions = {}): PropertyDecorator => Column('timestamptz', options);
