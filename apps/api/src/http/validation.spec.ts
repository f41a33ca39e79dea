import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, registerDecorator, ValidateNested } from 'class-validator';
import { validation, ValidationFailed } from './validation';

class Inner {
  @ApiProperty({ example: 'a' })
  @IsString()
  name: string;

  @ApiPropertyOptional({ example: 'a' })
  @IsOptional()
  @IsString()
  id?: string;
}

class Outer {
  @ValidateNested({ each: true })
  @Type(() => Inner)
  @ApiProperty({ type: [Inner] })
  items: Inner[];

  @ApiPropertyOptional({ example: 'a' })
  @IsOptional()
  @IsString()
  id?: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'a' })
  @IsOptional()
  @IsString()
  note?: string | null;
}

const given = (json: string): Promise<Outer> => validation().transform(JSON.parse(json), { type: 'body', metatype: Outer }) as Promise<Outer>;

describe('what a form is checked for', () => {
  it('lets in what it offers', async () => {
    expect((await given('{"items":[{"name":"a"}]}')).items[0]).toBeInstanceOf(Inner);
  });

  it.each(['{"items":[],"role":"x"}', '{"items":[{"name":"a","role":"x"}]}'])('refuses a field that it does not offer, however deep: %s', async (json) => {
    await expect(given(json)).rejects.toBeInstanceOf(ValidationFailed);
  });

  it.each(['{"items":[],"__proto__":{"polluted":1}}', '{"items":[{"name":"a","__proto__":{"polluted":1}}]}', '{"items":[{"name":"a","constructor":{"prototype":{"polluted":1}}}]}'])('refuses a prototype that is sent along, and says so: %s', async (json) => {
    await expect((async () => given(json))()).rejects.toMatchObject({ code: 'FIELD_NAME_REFUSED' });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('refuses null where the contract has none, however deep, and says where', async () => {
    await expect((async () => given('{"items":[{"name":"a"}],"note":null}'))()).resolves.toBeInstanceOf(Outer);
    await expect((async () => given('{"items":[{"name":"a"}],"id":null}'))()).rejects.toMatchObject({ fields: [{ field: 'id' }] });
    await expect((async () => given('{"items":[{"name":"a","id":null}]}'))()).rejects.toMatchObject({ fields: [{ field: 'items.0.id' }] });
  });

  it('is checked by the rules of its own class and of those that it comes from, also after they were looked up once, and by a rule that came later', async () => {
    class Before {
      @IsInt()
      age: number;
    }
    class After extends Before {
      @IsString()
      name: string;
    }
    const fieldsOf = async (form: object): Promise<string[]> =>
      (validation().transform(form, { type: 'body', metatype: After }) as Promise<unknown>).then(() => [], (error: ValidationFailed) => error.fields.map(({ field }) => field));

    expect(await fieldsOf({ age: 'x', name: 1 })).toEqual(expect.arrayContaining(['age', 'name']));
    expect(await fieldsOf({ age: 'x', name: 1 })).toHaveLength(2);
    expect(await fieldsOf({ age: 1, name: 'a' })).toEqual([]);
    registerDecorator({ name: 'late', target: After, propertyName: 'name', options: {}, constraints: [], validator: { validate: () => false } });
    expect(await fieldsOf({ age: 1, name: 'a' })).toEqual(['name']);
  });
});
