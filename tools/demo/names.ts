/** Ordinary names, native script and Latin, put together at random: no real person is meant. */
export interface NamePart {
  readonly native: string;
  readonly latin: string;
}

export interface Naming {
  readonly nationality: string;
  readonly language: string;
  readonly family: readonly NamePart[];
  readonly female: readonly NamePart[];
  readonly male: readonly NamePart[];
  /** How the parts are written together, in the order of custom. */
  readonly write: (family: NamePart | null, given: NamePart) => { fullName: string; latinName: string };
}

const parts = (text: string): NamePart[] =>
  text.split(';').map((pair) => {
    const [native = '', latin = native] = pair.trim().split('=');
    return { native: native.trim(), latin: latin.trim() };
  });

const familyFirst = (glue: string) => (family: NamePart | null, given: NamePart) => ({
  fullName: `${family?.native ?? ''}${glue}${given.native}`.trim(),
  latinName: `${family?.latin ?? ''} ${given.latin}`.trim(),
});
const givenFirst = (family: NamePart | null, given: NamePart) => ({
  fullName: [given.native, family?.native].filter(Boolean).join(' '),
  latinName: [given.latin, family?.latin].filter(Boolean).join(' '),
});

export const KHMER: Naming = {
  nationality: 'KH',
  language: 'km',
  family: parts('សុខ=Sok;ចាន់=Chan;គឹម=Kim;ហេង=Heng;លី=Ly;ឈឹម=Chhim;នួន=Nuon;ស៊ុន=Sun;ប៉ែន=Pen;មាស=Meas;កែវ=Keo;ទេព=Tep;ឡុង=Long;ហួត=Huot;អ៊ុក=Ouk;យឹម=Yim;សៅ=Sao;រស់=Ros;ម៉ៅ=Mao;ពេជ្រ=Pich;សេង=Seng;ឃុន=Khun;ប្រាក់=Prak;នុត=Nut;តាំង=Taing'),
  female: parts('ស្រីមុំ=Sreymom;ចន្ថា=Chantha;សុភា=Sophea;ដាវី=Davy;រតនា=Rattana;ស្រីនាង=Sreyneang;បុប្ផា=Bopha;មាលា=Malea;កល្យាណ=Kalyan;ធីតា=Thida;ស្រីពៅ=Sreypov;វណ្ណា=Vanna;សុខា=Sokha;នារី=Neary;លក្ខិណា=Leakhena;សោភ័ណ=Sophorn;ច័ន្ទរ៉ា=Chanra;ពិសី=Pisey;ម៉ារី=Mary;ស្រីល័ក្ខ=Sreyleak'),
  male: parts('វិចិត្រ=Vichet;ដារ៉ា=Dara;សុវណ្ណ=Sovann;ពិសិដ្ឋ=Piseth;រដ្ឋា=Ratha;បូរ៉ា=Bora;វុទ្ធី=Vuthy;សំណាង=Samnang;ចំរើន=Chamroeun;សុភ័ក្ត្រ=Sopheak;វិសាល=Visal;រតនៈ=Rotanak;ធារ៉ា=Theara;សុខុម=Sokhom;ម៉េងហុង=Menghong;ពន្លឺ=Ponleu;សីហា=Seyha;មករា=Makara;កុសល=Kosal;ណារិន=Narin'),
  write: familyFirst(' '),
};

export const THAI: Naming = {
  nationality: 'TH',
  language: 'th',
  family: parts('ใจดี=Chaidi;ทองคำ=Thongkham;ศรีสุข=Sisuk;แสงจันทร์=Saengchan;บุญมา=Bunma;วงศ์ไทย=Wongthai;สุขใจ=Sukchai;พันธุ์ดี=Phandi;มีสุข=Misuk;รุ่งเรือง=Rungrueang;คำแก้ว=Khamkaeo;นาคทอง=Nakthong;พรหมมา=Phromma;ชัยชนะ=Chaichana;เพชรดี=Phetdi;สายทอง=Saithong;ดวงดี=Duangdi;ปัญญา=Panya;อินทร์แก้ว=Inkaeo;แก้วมณี=Kaeomani'),
  female: parts('สมหญิง=Somying;มาลี=Mali;กัญญา=Kanya;สุดา=Suda;วิไล=Wilai;นภา=Napha;อรทัย=Orathai;พรทิพย์=Phonthip;จันทร์เพ็ญ=Chanphen;รัตนา=Rattana;สุภาพร=Suphaphon;น้ำฝน=Namfon;ดวงใจ=Duangchai;ปราณี=Prani;ศิริพร=Siriphon;วันเพ็ญ=Wanphen;บุษบา=Butsaba;กนกวรรณ=Kanokwan'),
  male: parts('สมชาย=Somchai;วิชัย=Wichai;ประเสริฐ=Prasoet;อนันต์=Anan;สุรชัย=Surachai;ธนา=Thana;กิตติ=Kitti;ณรงค์=Narong;มานะ=Mana;ชัยวัฒน์=Chaiwat;พงศ์เทพ=Phongthep;วีระ=Wira;สมบัติ=Sombat;เกรียงไกร=Kriangkrai;ไพโรจน์=Phairot;ศักดิ์ดา=Sakda;อดิศร=Adison;ปรีชา=Pricha'),
  write: givenFirst,
};

export const CHINESE: Naming = {
  nationality: 'CN',
  language: 'zh',
  family: parts('王=Wang;李=Li;张=Zhang;刘=Liu;陈=Chen;杨=Yang;赵=Zhao;黄=Huang;周=Zhou;吴=Wu;徐=Xu;孙=Sun;朱=Zhu;马=Ma;胡=Hu;林=Lin;郭=Guo;何=He;高=Gao;罗=Luo'),
  female: parts('丽=Li;秀英=Xiuying;桂兰=Guilan;玉兰=Yulan;小红=Xiaohong;雪梅=Xuemei;海燕=Haiyan;春花=Chunhua;静=Jing;婷婷=Tingting;晓丽=Xiaoli;美玲=Meiling'),
  male: parts('伟=Wei;强=Qiang;建国=Jianguo;志明=Zhiming;小龙=Xiaolong;军=Jun;文斌=Wenbin;海涛=Haitao;俊杰=Junjie;大勇=Dayong;国强=Guoqiang;永福=Yongfu'),
  write: familyFirst(''),
};

const single = (_: NamePart | null, given: NamePart) => ({ fullName: given.native, latinName: given.latin });

export const JAVANESE: Naming = {
  nationality: 'ID',
  language: 'jv',
  family: parts('Wibowo;Santoso;Prasetyo;Susanto;Hartono;Setiawan;Nugroho;Saputra;Utomo;Purnomo;Wijaya;Kusuma;Haryanto;Suryadi'),
  female: parts('Sri Wahyuni;Siti Aminah;Endang Lestari;Wulandari;Sulastri;Rahayu;Dewi Ratna;Puji Astuti;Tri Handayani;Ningsih;Yuliati;Kartini;Suparmi;Retno'),
  male: parts('Suharto Adi;Bambang;Joko;Slamet;Agus;Budi;Eko;Teguh;Wahyu;Sugeng;Tri;Heru;Sutrisno;Paijo'),
  write: (family, given) => (family && given.native.length % 2 === 0 ? givenFirst(family, given) : single(null, given)),
};

export const SUNDANESE: Naming = {
  nationality: 'ID',
  language: 'su',
  family: parts('Suryana;Permana;Hidayat;Gunawan;Kurniawan;Firmansyah;Sutisna;Supriatna;Kosasih;Mulyana'),
  female: parts('Neng Rina;Euis;Teti;Imas;Lilis;Cucu;Iis Dahlia;Nenden;Ai Nurhayati;Wiwin;Entin;Yayah'),
  male: parts('Asep;Ujang;Dadang;Cecep;Deden;Iwan;Jajang;Tatang;Aep;Encep;Wawan;Yayan'),
  write: givenFirst,
};

export const BURMESE: Naming = {
  nationality: 'MM',
  language: 'my',
  family: [],
  female: parts('မသီတာ=Ma Thida;ခင်မေအေး=Khin May Aye;စုစုလွင်=Su Su Lwin;နှင်းဝေ=Hnin Wai;အေးအေးမော်=Aye Aye Maw;မြမြဝင်း=Mya Mya Win;သန္တာ=Thandar;ခိုင်ဇင်=Khaing Zin;ဝင်းမာ=Win Mar;ယုယု=Yu Yu'),
  male: parts('အောင်ကျော်=Aung Kyaw;ဇော်မင်း=Zaw Min;ထွန်းလင်း=Htun Lin;ကိုကိုနိုင်=Ko Ko Naing;မျိုးသန့်=Myo Thant;ဝင်းထွဋ်=Win Htut;စိုးမိုး=Soe Moe;ရဲလင်းအောင်=Ye Lin Aung;သက်နိုင်=Thet Naing;ဖြိုးဝေ=Phyo Wai'),
  write: single,
};

export const VIETNAMESE: Naming = {
  nationality: 'VN',
  language: 'vi',
  family: parts('Nguyễn=Nguyen;Trần=Tran;Lê=Le;Phạm=Pham;Hoàng=Hoang;Phan=Phan;Vũ=Vu;Đặng=Dang;Bùi=Bui;Đỗ=Do;Hồ=Ho;Ngô=Ngo'),
  female: parts('Thị Hoa=Thi Hoa;Thị Lan=Thi Lan;Thị Hương=Thi Huong;Thu Trang=Thu Trang;Ngọc Anh=Ngoc Anh;Thị Mai=Thi Mai;Bích Phượng=Bich Phuong;Thanh Thảo=Thanh Thao;Kim Oanh=Kim Oanh;Thùy Linh=Thuy Linh'),
  male: parts('Văn Hùng=Van Hung;Minh Tuấn=Minh Tuan;Quốc Bảo=Quoc Bao;Đức Anh=Duc Anh;Văn Dũng=Van Dung;Thành Nam=Thanh Nam;Hữu Phước=Huu Phuoc;Công Vinh=Cong Vinh;Văn Tài=Van Tai;Trọng Nghĩa=Trong Nghia'),
  write: familyFirst(' '),
};
