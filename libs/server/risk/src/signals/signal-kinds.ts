import type { SignalKind } from './signal.rules';

/** What counts, for how long, and what asks for eyes by itself. A change of a threshold is a change of this list, reviewed. */
export const SIGNAL_KINDS: readonly SignalKind[] = [
  {
    code: 'missed-sessions',
    fact: 'fact.protection',
    smallestMagnitude: 3,
    expiresAfterDays: 30,
    raisesByItself: [{ from: 3, tier: 'moderate' }],
    text: {
      en: 'Missed {magnitude} training sessions in a row',
      km: 'អវត្តមានក្នុងវគ្គបណ្តុះបណ្តាល {magnitude} ដងជាប់គ្នា',
      th: 'ขาดการฝึกอบรม {magnitude} ครั้งติดต่อกัน',
      zh: '连续缺席 {magnitude} 次培训课',
      id: 'Tidak hadir dalam {magnitude} sesi pelatihan berturut-turut',
    },
  },
  {
    code: 'training-ended-early',
    fact: 'fact.protection',
    smallestMagnitude: 1,
    expiresAfterDays: 180,
    raisesByItself: [],
    text: {
      en: 'Training ended before its time',
      km: 'ការបណ្តុះបណ្តាលបានបញ្ចប់មុនកាលកំណត់',
      th: 'การฝึกอบรมสิ้นสุดก่อนกำหนด',
      zh: '培训提前结束',
      id: 'Pelatihan berakhir sebelum waktunya',
    },
  },
  {
    code: 'placement-lost',
    fact: 'fact.placement',
    smallestMagnitude: 1,
    expiresAfterDays: 180,
    raisesByItself: [],
    text: {
      en: 'The job was lost',
      km: 'បានបាត់បង់ការងារ',
      th: 'เสียงานที่ทำอยู่',
      zh: '失去了工作',
      id: 'Pekerjaannya hilang',
    },
  },
  {
    code: 'follow-up-missed',
    fact: 'fact.placement',
    smallestMagnitude: 1,
    expiresAfterDays: 90,
    raisesByItself: [{ from: 2, tier: 'high' }],
    text: {
      en: 'Could not be reached at {magnitude} follow-ups in a row',
      km: 'មិនអាចទាក់ទងបានក្នុងការតាមដាន {magnitude} ដងជាប់គ្នា',
      th: 'ติดต่อไม่ได้ในการติดตามผล {magnitude} ครั้งติดต่อกัน',
      zh: '连续 {magnitude} 次回访未能联系上',
      id: 'Tidak dapat dihubungi pada {magnitude} tindak lanjut berturut-turut',
    },
  },
  {
    code: 'labour-concern',
    fact: 'fact.placement',
    smallestMagnitude: 1,
    expiresAfterDays: 180,
    raisesByItself: [
      { from: 3, tier: 'high' },
      { from: 4, tier: 'urgent' },
    ],
    text: {
      en: 'A concern about working conditions was reported',
      km: 'មានការរាយការណ៍កង្វល់អំពីលក្ខខណ្ឌការងារ',
      th: 'มีการแจ้งข้อกังวลเรื่องสภาพการทำงาน',
      zh: '有人反映了劳动条件方面的问题',
      id: 'Ada laporan keprihatinan tentang kondisi kerja',
    },
  },
  {
    code: 'documents-withheld',
    fact: 'fact.placement',
    smallestMagnitude: 1,
    expiresAfterDays: 365,
    raisesByItself: [{ from: 1, tier: 'high' }],
    text: {
      en: 'Identity papers are withheld at work',
      km: 'ឯកសារអត្តសញ្ញាណត្រូវបានរឹបទុកនៅកន្លែងធ្វើការ',
      th: 'เอกสารประจำตัวถูกยึดไว้ที่ทำงาน',
      zh: '身份证件在工作处被扣留',
      id: 'Dokumen identitas ditahan di tempat kerja',
    },
  },
  {
    code: 'wage-withheld',
    fact: 'fact.placement',
    smallestMagnitude: 1,
    expiresAfterDays: 180,
    raisesByItself: [],
    text: {
      en: 'Wages are withheld or below the contract',
      km: 'ប្រាក់ឈ្នួលត្រូវបានរឹបទុក ឬតិចជាងកិច្ចសន្យា',
      th: 'ค่าจ้างถูกยึดไว้หรือต่ำกว่าสัญญา',
      zh: '工资被扣或低于合同',
      id: 'Upah ditahan atau di bawah kontrak',
    },
  },
];

export const findSignalKind = (code: string): SignalKind | undefined => SIGNAL_KINDS.find((kind) => kind.code === code);

/** For stored signals: a kind may be retired, but it is never removed from the list while facts name it. */
export const getSignalKind = (code: string): SignalKind => {
  const kind = findSignalKind(code);
  if (!kind) {
    throw new Error(`Signal kind ${code} is missing from the list although it was used.`);
  }
  return kind;
};
