/** The words of 收件. */
export const intakeText = {
  title: '收件',
};
