import { DefaultNamingStrategy } from 'typeorm';

const snake = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** snake_case names that a person can say, so that migrations are readable SQL. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), customName ?? snake(propertyName)].join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return `${snake(relationName)}_${snake(referencedColumnName)}`;
  }

  override primaryKeyName(table: string | { name: string }): string {
    return `${plain(table)}_pk`;
  }

  override foreignKeyName(table: string | { name: string }, columns: string[]): string {
    return `${plain(table)}_${columns.join('_')}_fk`;
  }

  override uniqueConstraintName(table: string | { name: string }, columns: string[]): string {
    return `${plain(table)}_${columns.join('_')}_uq`;
  }

  override indexName(table: string | { name: string }, columns: string[]): string {
    return `${plain(table)}_${columns.join('_')}_ix`;
  }
}

const plain = (table: string | { name: string }): string => {
  const name = typeof table === 'string' ? table : table.name;
  return name.split('.').at(-1) ?? name;
};
