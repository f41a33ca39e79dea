import type { ProgrammeLanguage } from '../programmes/programme-version.rules';

export interface CertificateTexts {
  readonly title: string;
  readonly certifies: string;
  readonly completed: string;
  readonly hours: (hours: number) => string;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly serial: string;
  readonly check: string;
  readonly signature: string;
}

/** The words of the certificate. Neutral on purpose: nothing tells why somebody was trained. */
export const CERTIFICATE_TEXTS: Readonly<Record<ProgrammeLanguage, CertificateTexts>> = {
  en: {
    title: 'Certificate of completion',
    certifies: 'This certifies that',
    completed: 'has completed the training programme',
    hours: (hours) => `${hours} hours`,
    issuedOn: 'Issued on',
    validUntil: 'Valid until',
    serial: 'No.',
    check: 'Check this certificate with the picture, or type the code at',
    signature: 'Head of centre',
  },
  km: {
    title: 'វិញ្ញាបនបត្របញ្ចប់ការសិក្សា',
    certifies: 'សូមបញ្ជាក់ថា',
    completed: 'បានបញ្ចប់កម្មវិធីបណ្តុះបណ្តាល',
    hours: (hours) => `${hours} ម៉ោង`,
    issuedOn: 'ចេញនៅថ្ងៃទី',
    validUntil: 'មានសុពលភាពរហូតដល់',
    serial: 'លេខ',
    check: 'ពិនិត្យវិញ្ញាបនបត្រនេះដោយស្កេនរូប ឬវាយលេខកូដនៅ',
    signature: 'ប្រធានមជ្ឈមណ្ឌល',
  },
  th: {
    title: 'ใบรับรองการสำเร็จหลักสูตร',
    certifies: 'ขอรับรองว่า',
    completed: 'ได้สำเร็จหลักสูตรการฝึกอบรม',
    hours: (hours) => `${hours} ชั่วโมง`,
    issuedOn: 'ออกให้ ณ วันที่',
    validUntil: 'ใช้ได้ถึงวันที่',
    serial: 'เลขที่',
    check: 'ตรวจสอบใบรับรองนี้โดยสแกนภาพ หรือพิมพ์รหัสที่',
    signature: 'ผู้อำนวยการศูนย์',
  },
  zh: {
    title: '结业证书',
    certifies: '兹证明',
    completed: '已完成培训课程',
    hours: (hours) => `${hours} 学时`,
    issuedOn: '颁发日期',
    validUntil: '有效期至',
    serial: '编号',
    check: '扫描图码，或在以下网址输入验证码查验本证书：',
    signature: '中心主任',
  },
  id: {
    title: 'Sertifikat kelulusan',
    certifies: 'Dengan ini menyatakan bahwa',
    completed: 'telah menyelesaikan program pelatihan',
    hours: (hours) => `${hours} jam`,
    issuedOn: 'Diterbitkan pada',
    validUntil: 'Berlaku hingga',
    serial: 'No.',
    check: 'Periksa sertifikat ini dengan memindai gambar, atau ketik kode di',
    signature: 'Kepala pusat pelatihan',
  },
};

/**
 * Calendar and digits are said outright: Thai paper carries the Buddhist era, and no machine may decide that by itself.
 * One kind of digits on a sheet: number and code are typed from it, so that they are Latin everywhere.
 */
const DATE_LOCALES: Readonly<Record<ProgrammeLanguage, string>> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  km: 'km-KH-u-ca-gregory-nu-latn',
  th: 'th-TH-u-ca-buddhist-nu-latn',
  zh: 'zh-CN-u-ca-gregory-nu-latn',
  id: 'id-ID-u-ca-gregory-nu-latn',
};

export const dayOnPaper = (day: string, language: ProgrammeLanguage): string =>
  new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
