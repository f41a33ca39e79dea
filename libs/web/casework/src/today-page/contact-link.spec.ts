import { contactLink } from './contact-link';

describe('contactLink', () => {
  it.each([
    ['phone', '+85510000001', 'tel:+85510000001'],
    ['whatsapp', '+66 81 000 0001', 'https://wa.me/66810000001'],
    ['telegram', 'so kha', 'https://t.me/so%20kha'],
    ['line', 'dara', 'https://line.me/R/ti/p/~dara'],
  ])('opens %s', (kind, value, link) => {
    expect(contactLink(kind, value)).toBe(link);
  });

  it('has none for a messenger that offers no link', () => {
    expect(contactLink('wechat', 'dara')).toBeNull();
  });
});
