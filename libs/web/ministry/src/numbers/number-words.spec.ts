import { TestBed } from '@angular/core/testing';
import { TranslocoService, TranslocoTestingModule } from '@jsverse/transloco';
import { ChangePipe } from './number-words';

describe('a change in words', () => {
  const words = (by: number, language = 'en'): string => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: {}, km: {}, th: {}, zh: {}, id: {} }, translocoConfig: { availableLangs: ['en', 'km', 'th', 'zh', 'id'], defaultLang: 'en' } })],
    });
    TestBed.inject(TranslocoService).setActiveLang(language);
    return TestBed.runInInjectionContext(() => new ChangePipe()).transform(by);
  };

  it('says up', () => expect(words(3)).toBe('+3'));
  it('has no sign where nothing changed', () => expect(words(0)).toBe('0'));
  it.each(['en', 'km', 'th', 'zh', 'id'])('says down with a minus and not with a hyphen in %s', (language) => expect(words(-2, language)).toContain('−2'));
});
