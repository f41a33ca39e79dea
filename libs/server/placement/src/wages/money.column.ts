import { Column } from 'typeorm';

const asNumber = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** An amount of money with two places; exact up to a hundred thousand million, far above any wage in any of the currencies. */
export const MoneyColumn = ({ nullable = false } = {}): PropertyDecorator => Column('numeric', { precision: 14, scale: 2, nullable, transformer: asNumber });
