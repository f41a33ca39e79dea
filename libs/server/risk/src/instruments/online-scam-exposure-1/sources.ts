import type { InstrumentSource } from '../instrument.rules';

/** Where each item comes from. The wording of the items is our own. */
export const SOURCES: readonly InstrumentSource[] = [
  {
    key: 'in-mea-2022',
    publisher: 'Ministry of External Affairs, India',
    title: 'Advisory on fake job offers in the region, 24 September',
    year: '2022',
  },
  {
    key: 'id-kemlu',
    publisher: 'Ministry of Foreign Affairs, Indonesia',
    title: 'Warnings on online-fraud job offers',
    year: '2022, December 2024',
  },
  {
    key: 'th-doe-2025',
    publisher: 'Department of Employment, Thailand',
    title: 'Warning on job offers abroad, 23 October',
    year: '2025',
  },
  {
    key: 'id-kp2mi-2025',
    publisher: 'KP2MI (formerly BP2MI) and Komdigi, Indonesia',
    title: 'Signs of illegal placement abroad',
    year: '2025',
  },
  { key: 'reliefweb', publisher: 'ReliefWeb', title: 'Page on job fraud', year: 'undated' },
  {
    key: 'unodc-2023',
    publisher: 'UNODC',
    title: 'Key indicators of trafficking in persons for forced criminality',
    year: '2023',
  },
  { key: 'interpol', publisher: 'INTERPOL', title: 'Reports on trafficking-fuelled fraud centres', year: '2023–2025' },
  {
    key: 'iom-reports',
    publisher: 'IOM',
    title: 'Regional reports on trafficking for forced criminality',
    year: '2023–2025',
  },
  { key: 'iom-determinants', publisher: 'IOM', title: 'Determinants of Migrant Vulnerability', year: '2019' },
  { key: 'ilo-11', publisher: 'ILO', title: 'Indicators of forced labour', year: '2012' },
];
