import type { LocalisedText } from '../instruments/localised-text';
import type { ScoreFact } from '../score-cards/score-card.rules';

export const OFFERS_OF_HELP = [
  'talk',
  'offer-check',
  'livelihood',
  'debt-advice',
  'legal-advice',
  'back-to-training',
  'safe-work',
  'family-talk',
  'recovery-support',
  'child-protection',
] as const;
export type OfferOfHelp = (typeof OFFERS_OF_HELP)[number];

/** What each fact calls for. A fact that is missing here calls for a talk. */
const HELP_FOR: Readonly<Record<string, OfferOfHelp>> = {
  'offer-in-hand': 'offer-check',
  'contact-with-recruiter': 'offer-check',
  'travel-planned': 'offer-check',
  'pay-far-above-market': 'offer-check',
  'no-qualification-asked': 'offer-check',
  'only-typing-or-language': 'offer-check',
  'vague-office-title': 'offer-check',
  'employer-uncheckable': 'offer-check',
  'approached-by-stranger-or-agent': 'offer-check',
  'everything-free': 'offer-check',
  'tourist-entry-for-work': 'offer-check',
  'hurry-few-questions': 'offer-check',
  'risky-or-changed-destination': 'offer-check',
  'no-contract-or-licence': 'offer-check',
  'no-interview': 'offer-check',
  'fee-or-data-before-offer': 'offer-check',
  'openly-fraud-or-gambling': 'offer-check',
  'recruiter-on-watch-list': 'offer-check',
  'no-income': 'livelihood',
  'dependants-without-support': 'livelihood',
  'work-lost': 'safe-work',
  'placement-lost': 'safe-work',
  'debt-under-pressure': 'debt-advice',
  'debt-to-recruiter': 'debt-advice',
  'wage-unpaid': 'legal-advice',
  'wage-withheld': 'legal-advice',
  'documents-withheld': 'legal-advice',
  'labour-concern': 'legal-advice',
  'missed-sessions': 'back-to-training',
  'training-ended-early': 'back-to-training',
  'training-interrupted': 'back-to-training',
  'close-person-recruited': 'family-talk',
  'returned-from-compound': 'recovery-support',
  'trafficked-before': 'recovery-support',
};

const MOST_SUGGESTIONS = 3;

/** Offers that answer the heaviest facts, best first; a talk is always among them, and a child is spoken to by the right person. */
export const suggestedHelp = (facts: readonly ScoreFact[], treatAsMinor: boolean): readonly OfferOfHelp[] => {
  const weights = new Map<OfferOfHelp, number>();
  for (const { code, direction, points } of facts) {
    if (direction === 'risk') {
      const help = HELP_FOR[code] ?? 'talk';
      weights.set(help, (weights.get(help) ?? 0) + points);
    }
  }
  const ranked = [...weights]
    .sort(([a, x], [b, y]) => y - x || OFFERS_OF_HELP.indexOf(a) - OFFERS_OF_HELP.indexOf(b))
    .map(([help]) => help);
  const first: readonly OfferOfHelp[] = treatAsMinor ? ['child-protection'] : [];
  const best = [...first, ...ranked].slice(0, MOST_SUGGESTIONS);
  return best.includes('talk') ? best : [...best, 'talk'];
};

export const HELP_TEXTS: Readonly<Record<OfferOfHelp, LocalisedText>> = {
  talk: {
    en: 'A talk, in private, about how things are going',
    km: 'ការជជែកជាឯកជនអំពីស្ថានភាព',
    th: 'พูดคุยเป็นส่วนตัวว่าเป็นอย่างไรบ้าง',
    zh: '私下谈谈近况',
    id: 'Berbincang secara pribadi tentang keadaannya',
  },
  'offer-check': {
    en: 'Check the job offer together',
    km: 'ពិនិត្យការផ្តល់ការងារជាមួយគ្នា',
    th: 'ตรวจสอบข้อเสนองานด้วยกัน',
    zh: '一起核查工作邀约',
    id: 'Memeriksa tawaran kerja bersama-sama',
  },
  livelihood: {
    en: 'Help with income and daily needs',
    km: 'ជួយរកចំណូល និងតម្រូវការប្រចាំថ្ងៃ',
    th: 'ช่วยเรื่องรายได้และความจำเป็นประจำวัน',
    zh: '在收入和日常所需方面提供帮助',
    id: 'Bantuan penghasilan dan kebutuhan sehari-hari',
  },
  'debt-advice': {
    en: 'Advice on the debt',
    km: 'ប្រឹក្សាអំពីបំណុល',
    th: 'ให้คำปรึกษาเรื่องหนี้',
    zh: '债务咨询',
    id: 'Nasihat tentang utang',
  },
  'legal-advice': {
    en: 'Legal advice on wages, papers or conditions',
    km: 'ប្រឹក្សាច្បាប់អំពីប្រាក់ឈ្នួល ឯកសារ ឬលក្ខខណ្ឌការងារ',
    th: 'คำปรึกษาทางกฎหมายเรื่องค่าจ้าง เอกสาร หรือสภาพการทำงาน',
    zh: '就工资、证件或劳动条件提供法律咨询',
    id: 'Nasihat hukum tentang upah, dokumen, atau kondisi kerja',
  },
  'back-to-training': {
    en: 'Find out what stands in the way of training, and help with it',
    km: 'ស្វែងយល់ថាអ្វីរារាំងការបណ្តុះបណ្តាល ហើយជួយដោះស្រាយ',
    th: 'ถามว่าอะไรเป็นอุปสรรคต่อการฝึกอบรม และช่วยแก้ไข',
    zh: '了解参加培训的障碍并提供帮助',
    id: 'Mencari tahu apa yang menghalangi pelatihan, dan membantu mengatasinya',
  },
  'safe-work': {
    en: 'Look for safe work together',
    km: 'ស្វែងរកការងារមានសុវត្ថិភាពជាមួយគ្នា',
    th: 'หางานที่ปลอดภัยด้วยกัน',
    zh: '一起寻找安全的工作',
    id: 'Mencari pekerjaan yang aman bersama-sama',
  },
  'family-talk': {
    en: 'A talk with the family, if the person wishes it',
    km: 'ជជែកជាមួយគ្រួសារ បើគាត់ចង់',
    th: 'พูดคุยกับครอบครัว หากเจ้าตัวต้องการ',
    zh: '若本人愿意，与家人谈谈',
    id: 'Berbincang dengan keluarga, jika ia menghendaki',
  },
  'recovery-support': {
    en: 'Support for recovery from what happened',
    km: 'ជួយគាំទ្រការស្តារឡើងវិញពីអ្វីដែលបានកើតឡើង',
    th: 'การสนับสนุนเพื่อฟื้นฟูจากสิ่งที่เกิดขึ้น',
    zh: '为走出过去的经历提供支持',
    id: 'Dukungan pemulihan dari yang telah terjadi',
  },
  'child-protection': {
    en: 'A child-protection social worker speaks with the young person first',
    km: 'បុគ្គលិកសង្គមការពារកុមារនិយាយជាមួយយុវជនជាមុន',
    th: 'นักสังคมสงเคราะห์คุ้มครองเด็กพูดคุยกับเยาวชนก่อน',
    zh: '先由儿童保护社工与该未成年人交谈',
    id: 'Pekerja sosial perlindungan anak berbicara lebih dahulu dengan anak itu',
  },
};
