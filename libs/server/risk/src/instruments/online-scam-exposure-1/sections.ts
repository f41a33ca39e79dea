import type { InstrumentSection } from '../instrument.rules';

export const SECTIONS: readonly InstrumentSection[] = [
  {
    code: 'offer',
    text: { en: 'The offer', km: 'ការផ្តល់ការងារ', th: 'ข้อเสนองาน', zh: '工作邀约', id: 'Tawaran kerja' },
    help: {
      en: 'If there is an advert or message, read it together. Compare the wage with the occupation and the place.',
      km: 'បើមានការផ្សាយ ឬសារ សូមអានជាមួយគ្នា។ ប្រៀបធៀបប្រាក់ឈ្នួលជាមួយមុខរបរ និងទីកន្លែង។',
      th: 'หากมีประกาศหรือข้อความ ให้อ่านด้วยกัน เปรียบเทียบค่าจ้างกับอาชีพและพื้นที่',
      zh: '如有广告或信息，请一起阅读。把薪酬与职业和地点比较。',
      id: 'Jika ada iklan atau pesan, bacalah bersama. Bandingkan upahnya dengan jenis pekerjaan dan tempatnya.',
    },
  },
  {
    code: 'exposure',
    text: {
      en: 'Contact with offers',
      km: 'ការទាក់ទងនឹងការផ្តល់ការងារ',
      th: 'การติดต่อกับข้อเสนองาน',
      zh: '与邀约的接触',
      id: 'Kontak dengan tawaran',
    },
    help: {
      en: 'What is happening now, without blame.',
      km: 'អ្វីដែលកំពុងកើតឡើង ដោយមិនបន្ទោស។',
      th: 'สิ่งที่กำลังเกิดขึ้นตอนนี้ โดยไม่กล่าวโทษ',
      zh: '现在的情况，不加指责。',
      id: 'Apa yang sedang terjadi sekarang, tanpa menyalahkan.',
    },
  },
  {
    code: 'livelihood',
    text: { en: 'Livelihood', km: 'ជីវភាព', th: 'การดำรงชีพ', zh: '生计', id: 'Penghidupan' },
    help: {
      en: 'What makes it hard to wait for a safer choice.',
      km: 'អ្វីដែលធ្វើឱ្យពិបាករង់ចាំជម្រើសដែលមានសុវត្ថិភាពជាង។',
      th: 'สิ่งที่ทำให้รอทางเลือกที่ปลอดภัยกว่าได้ยาก',
      zh: '是什么让人难以等待更安全的选择。',
      id: 'Apa yang membuat sulit menunggu pilihan yang lebih aman.',
    },
  },
  {
    code: 'history',
    text: {
      en: 'What happened before',
      km: 'អ្វីដែលបានកើតឡើងពីមុន',
      th: 'สิ่งที่เคยเกิดขึ้น',
      zh: '以往经历',
      id: 'Yang pernah terjadi',
    },
    help: {
      en: 'Ask only if the person wishes to speak. Write nothing about what they may have done.',
      km: 'សួរតែបើគាត់ចង់និយាយ។ កុំសរសេរអ្វីអំពីអ្វីដែលគាត់អាចបានធ្វើ។',
      th: 'ถามเฉพาะเมื่อเจ้าตัวต้องการเล่า ไม่ต้องบันทึกว่าเขาอาจทำอะไรไป',
      zh: '只有本人愿意谈才问。不要记录其可能做过的事。',
      id: 'Tanyakan hanya jika ia ingin bercerita. Jangan tulis apa pun tentang yang mungkin ia lakukan.',
    },
  },
  {
    code: 'environment',
    text: { en: 'Around the person', km: 'ជុំវិញខ្លួន', th: 'คนและสิ่งรอบตัว', zh: '周围环境', id: 'Lingkungan sekitar' },
    help: {
      en: 'People and recruiters nearby; the place itself does not count.',
      km: 'មនុស្ស និងអ្នកជ្រើសរើសនៅជិត។ ទីកន្លែងខ្លួនឯងមិនរាប់ទេ។',
      th: 'ผู้คนและผู้ชักชวนใกล้ตัว ตัวพื้นที่เองไม่นับ',
      zh: '身边的人和招募者；居住地本身不计。',
      id: 'Orang dan perekrut di sekitar; tempat tinggal itu sendiri tidak dihitung.',
    },
  },
  {
    code: 'protective',
    text: { en: 'What protects', km: 'អ្វីដែលការពារ', th: 'สิ่งที่ช่วยคุ้มครอง', zh: '保护因素', id: 'Yang melindungi' },
    help: {
      en: 'Strengths count too: they lower the score.',
      km: 'ចំណុចខ្លាំងក៏រាប់ដែរ៖ វាបន្ថយពិន្ទុ។',
      th: 'จุดแข็งก็นับด้วย เพราะช่วยลดคะแนน',
      zh: '优势同样计入：会降低分数。',
      id: 'Kekuatan juga dihitung: nilainya menjadi lebih rendah.',
    },
  },
];
