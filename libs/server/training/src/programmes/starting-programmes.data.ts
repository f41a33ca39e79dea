import type { ProgrammeContentDto } from './programme.dto';

interface StartingProgramme extends ProgrammeContentDto {
  readonly code: string;
}

const programme = (code: string, hours: number, iscedField: string, isco: string, names: ProgrammeContentDto['names']): StartingProgramme => ({
  code, hours, iscedField, iscoOccupations: [isco], names, minimumAttendancePercent: 80, assessmentRequired: true,
});

/** Drafts to begin with: fields by ISCED-F 2013, occupations by ISCO-08; hours are usual for short courses of the region. */
export const STARTING_PROGRAMMES: readonly StartingProgramme[] = [
  programme('ELEC', 240, '0713', '7411', { en: 'Electrical installation', km: 'ការតម្លើងអគ្គិសនី', th: 'การติดตั้งไฟฟ้า', zh: '电气安装', id: 'Instalasi listrik' }),
  programme('WELD', 216, '0715', '7212', { en: 'Welding', km: 'ការផ្សារដែក', th: 'งานเชื่อม', zh: '焊接', id: 'Pengelasan' }),
  programme('SEW', 180, '0723', '8153', { en: 'Garment sewing', km: 'កាត់ដេរសម្លៀកបំពាក់', th: 'ตัดเย็บเสื้อผ้า', zh: '服装缝纫', id: 'Menjahit pakaian' }),
  programme('COOK', 150, '1013', '5120', { en: 'Cooking and food service', km: 'ធ្វើម្ហូប និងសេវាអាហារ', th: 'ประกอบอาหารและบริการ', zh: '烹饪与餐饮服务', id: 'Tata boga' }),
  programme('HAIR', 160, '1012', '5141', { en: 'Hairdressing', km: 'ការអ៊ុត និងកាត់សក់', th: 'ช่างตัดผม', zh: '美发', id: 'Tata rambut' }),
  programme('DIGI', 80, '0611', '4132', { en: 'Basic digital skills and safe use of the internet', km: 'ជំនាញឌីជីថលមូលដ្ឋាន និងការប្រើអ៊ីនធឺណិតដោយសុវត្ថិភាព', th: 'ทักษะดิจิทัลพื้นฐานและการใช้อินเทอร์เน็ตอย่างปลอดภัย', zh: '基础数字技能与安全上网', id: 'Keterampilan digital dasar dan internet aman' }),
];
