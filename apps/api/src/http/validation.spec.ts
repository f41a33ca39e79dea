import { Type } from 'class-transformer';
import { IsString, ValidateNested } from 'class-validator';
import { validation, ValidationFailed } from './validation';

class Inner {
  @IsString()
  name: string;
}

class Outer {
  @ValidateNested({ each: true })
  @Type(() => Inner)
  items: Inner[];
}

const given = (json: string): Promise<Outer> => validation().transform(JSON.parse(json), { type: 'body', metatype: Outer }) as Promise<Outer>;

describe('what a form is checked for', () => {
  it('lets in what it offers', async () => {
    expect((await given('{"items":[{"name":"a"}]}')).items[0]).toBeInstanceOf(Inner);
  });

  it.each(['{"items":[],"role":"x"}', '{"items":[{"name":"a","role":"x"}]}'])('refuses a field that it does not offer, however deep: %s', async (json) => {
    await expect(given(json)).rejects.toBeInstanceOf(ValidationFailed);
  });

  it.each(['{"items":[],"__proto__":{"polluted":1}}', '{"items":[{"name":"a","__proto__":{"polluted":1}}]}', '{"items":[{"name":"a","constructor":{"prototype":{"polluted":1}}}]}'])('is changed by no prototype that is sent along: %s', async (json) => {
    const form = (await given(json).catch(() => ({ items: [] }))) as Outer & { polluted?: unknown };
    expect(form.polluted).toBeUndefined();
    expect(form.items.every((item) => (item as { polluted?: unknown }).polluted === undefined)).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
