/**
 * So many workers take from one source until it is empty. When one fails, nobody takes anything more, and it is told once all
 * have ended: nothing goes on behind the back of whoever asked.
 */
export const sharedAmong = async <R>(workers: number, source: AsyncGenerator<R>, work: (item: R) => Promise<void>): Promise<void> => {
  const take = async (): Promise<void> => {
    for await (const item of source) {
      await work(item);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: workers }, take));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
};
