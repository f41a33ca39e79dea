import type { InstrumentVersion } from '../instrument.rules';
import { ITEMS } from './items';
import { SECTIONS } from './sections';
import { SOURCES } from './sources';

/** Version 1, set by experts, not calibrated. Published: nothing in it may change (a test holds its fingerprint). */
export const ONLINE_SCAM_EXPOSURE_1: InstrumentVersion = {
  id: 'online-scam-exposure-1',
  code: 'online-scam-exposure',
  version: 1,
  status: 'published',
  publishedOn: '2026-01-05',
  title: {
    en: 'Exposure to fraudulent job offers',
    km: 'ការប្រឈមនឹងការផ្តល់ការងារបោកប្រាស់',
    th: 'ความเสี่ยงต่อข้อเสนองานหลอกลวง',
    zh: '接触欺诈性工作邀约的情况',
    id: 'Paparan terhadap tawaran kerja palsu',
  },
  introduction: {
    en: 'Talk in private. Look at the offer first, then at the situation. "Not known" is a good answer.',
    km: 'និយាយគ្នាជាឯកជន។ មើលការផ្តល់ការងារជាមុន បន្ទាប់មកទើបមើលស្ថានភាព។ «មិនដឹង» ជាចម្លើយដែលអាចទទួលយកបាន។',
    th: 'คุยกันเป็นส่วนตัว ดูข้อเสนองานก่อน แล้วจึงดูสถานการณ์ คำตอบว่า "ไม่ทราบ" ใช้ได้',
    zh: '请在私密处交谈。先看工作邀约，再看处境。“不清楚”也是可以的回答。',
    id: 'Bicaralah secara pribadi. Lihat tawarannya dahulu, kemudian keadaannya. "Tidak diketahui" adalah jawaban yang baik.',
  },
  scale: [
    { rating: 'present', text: { en: 'Yes', km: 'មាន', th: 'ใช่', zh: '是', id: 'Ya' } },
    { rating: 'partial', text: { en: 'Partly', km: 'មានខ្លះ', th: 'บางส่วน', zh: '部分', id: 'Sebagian' } },
    { rating: 'absent', text: { en: 'No', km: 'គ្មាន', th: 'ไม่ใช่', zh: '否', id: 'Tidak' } },
    { rating: 'unknown', text: { en: 'Not known', km: 'មិនដឹង', th: 'ไม่ทราบ', zh: '不清楚', id: 'Tidak diketahui' } },
  ],
  sections: SECTIONS,
  items: ITEMS,
  sources: SOURCES,
};
