/** The quarters that are over on this day, the latest first. */
export const endedQuarters = (today: string, count: number): string[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, index) => {
    const quarter = current - 1 - index;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
};
