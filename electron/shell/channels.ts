/** The one channel on which the window asks; the call's name is the first argument. */
export const invokeChannel = 'desk:invoke';
/** The one channel on which the window is told of progress. */
export const eventChannel = 'desk:event';
