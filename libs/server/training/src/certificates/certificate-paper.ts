import type { ProgrammeLanguage } from '../programmes/programme-version.rules';
import { CERTIFICATE_TEXTS, dayOnPaper } from './certificate-texts';
import { PAPER_FONT_FAMILY } from './paper-fonts';

export interface CertificateOnPaper {
  readonly language: ProgrammeLanguage;
  readonly holder: string;
  readonly holderLatin: string | null;
  readonly programme: string;
  readonly hours: number;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly serial: string;
  readonly codeToType: string;
  /** Where the code is typed, without the scheme. */
  readonly typeAt: string;
  /** An SVG that leads to the public page. */
  readonly qr: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const STYLE = `
  @page { size: A4 landscape; margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  body { inline-size: 297mm; block-size: 210mm; padding: 11mm; color: #16323d; font-family: ${PAPER_FONT_FAMILY}; font-size: 12.5pt; line-height: 1.5 }
  :lang(km), :lang(my), :lang(lo) { line-height: 1.8 }
  :lang(th) { line-height: 1.7 }
  main { block-size: 100%; border: 0.6mm solid #1f6b7a; outline: 0.25mm solid #1f6b7a; outline-offset: 1.6mm; padding: 11mm 18mm 9mm; display: flex; flex-direction: column; text-align: center }
  h1 { font-size: 31pt; font-weight: 700; color: #1f6b7a; margin-block: auto 8mm; line-height: 1.6 }
  .holder { font-size: 29pt; font-weight: 700; margin-block: 4mm 0; line-height: 1.7 }
  .latin { font-size: 14pt; margin-block-end: 3mm }
  .programme { font-size: 22pt; font-weight: 700; margin-block-start: 3mm; line-height: 1.7 }
  footer { margin-block-start: auto; display: grid; grid-template-columns: 1fr 1fr auto; gap: 12mm; align-items: end; text-align: start; font-size: 10.5pt }
  .signature { border-block-start: 0.25mm solid #16323d; padding-block-start: 1.5mm }
  .check { display: grid; grid-template-columns: 26mm 62mm; gap: 4mm; align-items: center; font-size: 9pt }
  .check svg { inline-size: 26mm; block-size: 26mm; display: block }
  .code { font-size: 12.5pt; font-weight: 700; letter-spacing: 0.02em; white-space: nowrap }
`;

/** The page that Chromium prints. `fonts` is CSS with the fonts inside. */
export const certificatePage = (paper: CertificateOnPaper, fonts: string): string => {
  const texts = CERTIFICATE_TEXTS[paper.language];
  const day = (text: string): string => escape(dayOnPaper(text, paper.language));
  const latin = paper.holderLatin && paper.holderLatin !== paper.holder ? `<p class="latin" lang="und-Latn">${escape(paper.holderLatin)}</p>` : '';
  const validUntil = paper.validUntil ? `<p>${escape(texts.validUntil)} ${day(paper.validUntil)}</p>` : '';
  return `<!doctype html>
<html lang="${paper.language}"><head><meta charset="utf-8"><title>${escape(paper.serial)}</title><style>${fonts}${STYLE}</style></head>
<body><main>
  <h1>${escape(texts.title)}</h1>
  <p>${escape(texts.certifies)}</p>
  <p class="holder">${escape(paper.holder)}</p>
  ${latin}
  <p>${escape(texts.completed)}</p>
  <p class="programme">${escape(paper.programme)}</p>
  <p>${escape(texts.hours(paper.hours))}</p>
  <footer>
    <div>
      <p><strong>${escape(paper.issuer)}</strong></p>
      <p>${escape(texts.issuedOn)} ${day(paper.issuedOn)}</p>
      ${validUntil}
      <p>${escape(texts.serial)} ${escape(paper.serial)}</p>
    </div>
    <p class="signature">${escape(texts.signature)}</p>
    <div class="check">
      ${paper.qr}
      <div>
        <p>${escape(texts.check)} <span lang="en">${escape(paper.typeAt)}</span></p>
        <p class="code" lang="en">${escape(paper.codeToType)}</p>
      </div>
    </div>
  </footer>
</main></body></html>`;
};
