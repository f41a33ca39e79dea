import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, registerDecorator, ValidateNested } from 'class-validator';
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
});
