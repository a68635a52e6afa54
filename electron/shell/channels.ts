/** The one channel on which the window asks: the call's name, its input, its ticket. */
export const invokeChannel = 'desk:invoke';
/** The one channel on which the window takes a question back: the call's ticket. */
export const cancelChannel = 'desk:cancel';
/** The one channel on which the window is told of progress and of its menu. */
export const eventChannel = 'desk:event';
