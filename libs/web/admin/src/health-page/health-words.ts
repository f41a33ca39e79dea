import type { HealthReportDto } from '@sampan/web-client';

type Topic = HealthReportDto['topics'][number];

const GIGABYTE = 1_000_000_000;

/** Which sentence says what the topic is like and what to do about it; states alone do not tell one backup from another. */
export const sentenceOf = ({ topic, state }: Topic, report: Pick<HealthReportDto, 'backup' | 'waiting'>): string => {
  if (topic === 'backup') {
    return `admin.health.backup.${report.backup}`;
  }
  return topic === 'work' && report.waiting === 0 ? 'admin.health.work.idle' : `admin.health.${topic}.${state}`;
};

/** What the sentences are filled with. @param made when the last backup was finished, in words */
export const figuresOf = (report: HealthReportDto, made: string): Record<string, string | number> => ({
  made,
  ms: report.databaseMs, free: Math.round(report.diskFreeBytes / GIGABYTE), percent: report.diskFreePercent, waiting: report.waiting, minutes: Math.round(report.oldestWaitingSeconds / 60),
  letters: report.deadLetters, seconds: report.clockSeconds, version: report.version,
});
