import { systemViewer, type Viewer } from '@sampan/kernel';

/** Acts on the news of other rooms, for the centre that the news is from. */
export const newsViewer = (centreId: string): Viewer => systemViewer('cases', [centreId]);
